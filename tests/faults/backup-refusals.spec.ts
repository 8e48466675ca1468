import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { addFile } from '#testing/attachment-client';
import { aForm } from '#testing/files';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '#testing/test-database';
import { hotline } from '../journeys/support/hotline';
import { runCommand, runOnFullDisk, settingsOf, type Ended } from './support/command';

const directory = mkdtempSync(join(tmpdir(), 'hotline-backup-'));
const at = hotline();
const [whole, damaged] = [join(directory, 'whole'), join(directory, 'damaged')];
const [store, nothing] = [join(directory, 'store'), join(directory, 'nothing')];
let settings: Record<string, string | undefined>;
let target: TestDatabase;

beforeAll(async () => {
  const ticket = await at.people.bring('handling');
  await addFile(await at.house.as('agent'), ticket, aForm('证明材料', '证明.txt'));
  settings = { ...(await settingsOf(at.house)), DATA_DIR: join(directory, 'data') };
  for (const each of [store, nothing]) await mkdir(each);
  await runCommand('backup', [nothing, '--attachments'], settings);
  const [name = ''] = await readdir(nothing);
  await cp(join(nothing, name), whole, { recursive: true });
  await rm(join(nothing, name), { recursive: true });
});
beforeEach(async () => {
  target = await createEmptyDatabase();
  await cp(whole, damaged, { recursive: true });
});
afterEach(async () => {
  await target.drop();
  await rm(damaged, { recursive: true });
});
afterAll(() => rm(directory, { recursive: true }));

const restore = (given: Record<string, string | undefined> = {}, ...words: string[]): Promise<Ended> =>
  runCommand('restore', [damaged, ...words], {
    ...settings,
    DATABASE_URL: target.url,
    ATTACHMENT_DIR: store,
    ...given,
  });

/** Says why in a few words, and neither the database nor the store holds anything. */
async function expectNothingRestored({ code, said }: Ended, why: string | RegExp): Promise<void> {
  expect(said).toMatch(why);
  expect(said).not.toContain('    at ');
  expect(code).toBe(1);
  expect(await schemasOf()).toEqual(['public']);
  expect(await filesIn(store)).toEqual([]);
}

async function schemasOf(): Promise<string[]> {
  const found = await say(
    `SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
     UNION ALL SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
  );
  return found.map(({ name }) => name);
}

/** To the database that a restore is to fill. */
async function say(statement: string): Promise<{ name: string }[]> {
  const client = new Client({ connectionString: target.url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(statement);
  await client.end();
  return rows;
}

async function filesIn(place: string): Promise<string[]> {
  const found = await readdir(place, { recursive: true, withFileTypes: true });
  return found.filter((each) => each.isFile()).map(({ name }) => name);
}

const fileOf = (name: string): string => join(damaged, name);
const history = 'ticket.history_y2026m09.copy.gz';

async function changeByte(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
  await writeFile(file, bytes);
}

/** As much of it as is forged here. */
interface Forged {
  format: number;
  migrations: string[];
  standing: { runningClocks: number };
  tables: [{ name: string; rows: number }];
}

/** As somebody would forge it, with its sum. */
async function rewriteManifest(change: (manifest: Forged) => unknown): Promise<void> {
  const manifest = JSON.parse(await readFile(fileOf('manifest.json'), 'utf8')) as Forged;
  change(manifest);
  const text = JSON.stringify(manifest);
  await writeFile(fileOf('manifest.json'), text);
  const sum = createHash('sha256').update(text).digest('hex');
  await writeFile(fileOf('manifest.json.sha256'), `${sum}  manifest.json\n`);
}

async function anAttachment(): Promise<string> {
  const [name = ''] = await filesIn(fileOf('attachments'));
  return join(damaged, 'attachments', name.slice(0, 2), name);
}

describe('npm run restore refuses, and leaves nothing half-written,', () => {
  it.each<[string, () => Promise<void>, string | RegExp]>([
    ['a part that was cut off', () => truncate(fileOf(history), 40), `${history} has 40 bytes instead of`],
    ['a part with one other byte', () => changeByte(fileOf(history)), `${history} was changed after it was written`],
    ['a part that is missing', () => rm(fileOf(history)), `${history} is missing`],
    ['an attachment with one other byte', async () => truncate(await anAttachment(), 3), 'has 3 bytes instead of 12'],
    ['a manifest that was changed', () => changeByte(fileOf('manifest.json')), 'manifest.json is not the one'],
    ['what was never finished', () => rm(fileOf('manifest.json')), 'it is no backup, or one that was never finished'],
    [
      'a backup of a newer version',
      () => rewriteManifest((each) => each.migrations.push('Future1999000000000')),
      /made by a newer version of the hotline \(.*Future1999000000000\): restore it with that version/,
    ],
    ['a newer format', () => rewriteManifest((each) => (each.format = 2)), /newer version of the hotline \(.*format 2/],
    [
      'rows that are fewer than were counted',
      () => rewriteManifest((each) => (each.tables[0].rows += 1)),
      /the backup says \d+ rows, its part holds \d+/,
    ],
    [
      'clocks that are fewer than were counted',
      () => rewriteManifest((each) => (each.standing.runningClocks += 1)),
      'The backup counted',
    ],
    [
      'a table that nobody knows',
      () => rewriteManifest((each) => (each.tables[0].name = 'ticket.stranger')),
      'does not fit what its migrations make: ticket.stranger',
    ],
    [
      'a statement in the place of a name',
      () => rewriteManifest((each) => (each.tables[0].name = 'a.b; DROP TABLE c')),
      'manifest.json cannot be read',
    ],
  ])('%s', async (_what, damage, why) => {
    await damage();
    await expectNothingRestored(await restore(), why);
  });

  it('a damaged backup also when only that is asked, without key and database', async () => {
    const without = { MASTER_KEY: undefined, DATABASE_URL: undefined };
    const verified = await restore(without, '--verify-only');
    expect(verified).toMatchObject({
      code: 0,
      said: expect.stringMatching(/Every file .* is as it was written/) as string,
    });
    await changeByte(fileOf(history));
    await expectNothingRestored(await restore(without, '--verify-only'), 'was changed after it was written');
  });

  it('another master key, or none', async () => {
    const another = Buffer.alloc(32, 7).toString('base64');
    await expectNothingRestored(await restore({ MASTER_KEY: another }), 'MASTER_KEY holds another master key than');
    const none = await restore({ MASTER_KEY: undefined });
    await expectNothingRestored(none, 'The master key is missing: without it nobody can read the personal data');
    const gone = await restore({ MASTER_KEY: undefined }, '--master-key', join(directory, 'no.key'));
    await expectNothingRestored(gone, 'no.key is missing');
    expect((await readdir(directory)).includes('data')).toBe(false);
  });

  it('a database that holds something already', async () => {
    const used = await createTestDatabase();
    const { said, code } = await restore({ DATABASE_URL: used.url });
    await used.drop();
    expect(said).toMatch(/not empty \(it holds .*\).*make a new database and name it in DATABASE_URL/);
    expect(code).toBe(1);
    expect(await filesIn(store)).toEqual([]);
  });

  it('a database that is not there, or whose user may not write', async () => {
    const nowhere = new URL(target.url);
    nowhere.pathname = '/no_such_database';
    await expectNothingRestored(await restore({ DATABASE_URL: nowhere.href }), 'cannot be used');
    const password = 'a-password-for-reading';
    await say(`CREATE ROLE hotline_test_reader LOGIN PASSWORD '${password}'`);
    const reader = Object.assign(new URL(target.url), { username: 'hotline_test_reader', password });
    const refused = await restore({ DATABASE_URL: reader.href });
    await say('DROP ROLE hotline_test_reader');
    await expectNothingRestored(refused, 'may not make schemas in this database: make the user its owner');
  });

  it('a store of attachments that holds another file in the place of one', async () => {
    const key = (await anAttachment()).split('/').at(-1) ?? '';
    const other = join(store, key.slice(0, 2), key);
    await mkdir(join(store, key.slice(0, 2)));
    await writeFile(other, '别的文件');
    const { said } = await restore();
    expect(said).toContain(`holds another file in the place of ${key}`);
    expect(await readFile(other, 'utf8')).toBe('别的文件');
    await rm(other);
    expect(await schemasOf()).toEqual(['public']);
  });
});

describe('npm run backup refuses, and leaves nothing half-written,', () => {
  const backup = (place: string): Promise<Ended> => runCommand('backup', [place], settings);

  it('a disk without room', async () => {
    const { code, said } = await runOnFullDisk('backup', [nothing], settings, 4);
    expect(said).toContain('takes no file as large as that');
    expect(code).toBe(1);
    expect(await readdir(nothing)).toEqual([]);
  });

  it.each([
    ['a place that is not there', join(directory, 'no-disk'), 'mount its disk, or make the directory'],
    ['a place that is a file', join(__dirname, 'backup-refusals.spec.ts'), 'cannot be written'],
    ['a place that nobody may write to', '/proc', 'takes no new directory'],
  ])('%s', async (_what, place, why) => {
    const { code, said } = await backup(place);
    expect(said).toContain(why);
    expect(said).not.toContain('    at ');
    expect(code).toBe(1);
  });

  it('a database without a hotline', async () => {
    const { code, said } = await runCommand('backup', [nothing], { ...settings, DATABASE_URL: target.url });
    expect(said).toContain('nothing to back up');
    expect(code).toBe(1);
    expect(await readdir(nothing)).toEqual([]);
  });

  it.each(['backup', 'restore'])('words that %s does not know', async (command) => {
    const { code, said } = await runCommand(command, [nothing, '--everything'], settings);
    expect(said).toContain(`npm run ${command} -- DIR`);
    expect(code).toBe(1);
  });
});
