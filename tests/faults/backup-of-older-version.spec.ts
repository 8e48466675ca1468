import { mkdtempSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { knownMigrations, migrationsOf, openKnowing } from '#store/backup/house-migrations';
import { Database } from '#store/database';
import { KeyKeeper } from '#store/key-keeper';
import { createEmptyDatabase, type TestDatabase } from '#testing/test-database';
import { runCommand } from './support/command';

const directory = mkdtempSync(join(tmpdir(), 'hotline-backup-'));
const masterKey = Buffer.alloc(32, 5);
const all = knownMigrations().toSorted((a, b) => a.slice(-13).localeCompare(b.slice(-13)));
const older = all.slice(0, -3);
const databases: TestDatabase[] = [];
afterAll(async () => {
  await Promise.all(databases.map((each) => each.drop()));
  await rm(directory, { recursive: true });
});

async function anEmptyDatabase(): Promise<string> {
  const made = await createEmptyDatabase();
  databases.push(made);
  return made.url;
}

async function withDatabase<Result>(
  url: string,
  known: readonly string[],
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const dataSource = await openKnowing(url, known);
  const database = new Database(dataSource);
  return work(database).finally(() => database.close().then(() => dataSource.destroy()));
}

describe('a backup that an older version made', () => {
  it('is restored and brought to this version, with the rows that it had', async () => {
    const [before, after] = [await anEmptyDatabase(), await anEmptyDatabase()];
    await withDatabase(before, older, async (database) => {
      await database.dataSource.runMigrations();
      await KeyKeeper.open(database, () => Promise.resolve(masterKey));
      await database.sql.query(`INSERT INTO ticket.area (code, name) VALUES ('east-1', '滨河社区')`);
    });
    const settings = {
      MASTER_KEY: masterKey.toString('base64'),
      DATA_DIR: join(directory, 'data'),
      ATTACHMENT_DIR: join(directory, 'files'),
    };
    const backup = await runCommand('backup', [directory], { ...settings, DATABASE_URL: before });
    expect(backup.said).toContain('0 tickets');
    const [name = ''] = (await readdir(directory)).filter((each) => each.startsWith('hotline-'));
    const restore = await runCommand('restore', [join(directory, name)], { ...settings, DATABASE_URL: after });
    expect(restore).toMatchObject({ code: 0, said: expect.stringContaining('Everything holds.') as string });
    await withDatabase(after, [], async ({ sql }) => {
      expect((await migrationsOf(sql)).toSorted()).toEqual(all.toSorted());
      expect(await sql.query(`SELECT code, name FROM ticket.area`)).toEqual([{ code: 'east-1', name: '滨河社区' }]);
    });
  });
});
