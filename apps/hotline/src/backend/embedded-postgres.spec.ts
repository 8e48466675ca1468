import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { testDirectory, type TestDirectory } from '#testing/test-directory';
import { startEmbeddedPostgres } from './embedded-postgres';
import { freePort } from './free-port';
import { postgresAccount } from './postgres-account';
import { postgresPrograms } from './postgres-programs';
import { launchPostgres } from './postgres-server';
import { throwAwaySettings } from './postgres-settings';
import { processIdentity } from './process-identity';
import { retryUntil } from './retry-until';

const PATIENCE = 30_000;

describe('the embedded PostgreSQL', () => {
  let directory: TestDirectory;
  beforeAll(async () => {
    directory = await testDirectory();
  });
  afterAll(() => directory.remove());

  it('has an answered write on the disk, UTF-8 text, and nobody else at the door', async () => {
    const postgres = await startEmbeddedPostgres(directory.path);
    expect(await setting(postgres.url, 'fsync')).toBe('on');
    expect(await setting(postgres.url, 'synchronous_commit')).toBe('on');
    expect(await setting(postgres.url, 'server_encoding')).toBe('UTF8');
    expect(await setting(postgres.url, 'listen_addresses')).toBe('127.0.0.1');
    await expect(query(postgres.url.replace(/:[0-9a-f]{48}@/, ':wrong@'), 'SELECT 1')).rejects.toThrow('password');
    await postgres.stop();
    await expect(query(postgres.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('comes back by itself, on the same port and with everything, when it is killed', async () => {
    const postgres = await startEmbeddedPostgres(directory.path);
    await query(postgres.url, 'CREATE TABLE kept AS SELECT 1 AS id');
    const warned = jest.spyOn(console, 'warn').mockImplementation();
    process.kill(await postmaster(), 'SIGKILL');
    await retryUntil(PATIENCE, () => query(postgres.url, 'SELECT * FROM kept'));
    expect(warned).toHaveBeenCalledWith('PostgreSQL ended unasked (SIGKILL); it is started again.');
    warned.mockRestore();
    await postgres.stop();
  });

  it('is stopped properly and started again when a killed run left it behind', async () => {
    const account = postgresAccount();
    const programs = await postgresPrograms(account, directory.path);
    const [data, logFile] = ['postgres', 'postgres.log'].map((name) => join(directory.path, name)) as [string, string];
    const leftBehind = await launchPostgres(
      { programs, account, directory: data, logFile },
      await freePort(),
      throwAwaySettings(),
    );
    const postgres = await startEmbeddedPostgres(directory.path);
    expect(processIdentity(Number(leftBehind.pid))).toBeUndefined();
    await query(postgres.url, 'SELECT * FROM kept');
    await postgres.stop();
  });

  it('refuses the data of another major version and says what to do', async () => {
    const other = await testDirectory();
    await mkdir(join(other.path, 'postgres'));
    await writeFile(join(other.path, 'postgres', 'PG_VERSION'), '17\n');
    const refused = expect(startEmbeddedPostgres(other.path)).rejects;
    await refused.toThrow(/are of PostgreSQL 17, this version brings 18: start the version that made them/);
    await other.remove();
  });

  async function postmaster(): Promise<number> {
    return Number.parseInt(await readFile(join(directory.path, 'postgres', 'postmaster.pid'), 'utf8'), 10);
  }
});

async function setting(url: string, name: string): Promise<unknown> {
  const [row] = await query(url, `SELECT current_setting('${name}') AS value`);
  return row?.value;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
