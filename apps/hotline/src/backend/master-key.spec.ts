import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDataSource } from '#store/data-source';
import { Database } from '#store/database';
import { KeyKeeper } from '#store/key-keeper';
import { createTestDatabase, type TestDatabase } from '#testing/test-database';
import { testDirectory, type TestDirectory } from '#testing/test-directory';
import { knownMasterKey, masterKey, masterKeyFor } from './master-key';

let directory: TestDirectory;
let empty: TestDatabase;
beforeAll(async () => {
  empty = await createTestDatabase();
});
beforeEach(async () => {
  directory = await testDirectory();
});
afterEach(() => directory.remove());
afterAll(() => empty.drop());

const file = () => join(directory.path, 'master.key');
const key = Buffer.alloc(32, 7);

describe('the master key', () => {
  it('is made once for an empty database, readable by its owner alone', async () => {
    const made = await masterKeyFor(empty.url, {}, directory.path);
    expect(made).toHaveLength(32);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect(await masterKeyFor(empty.url, {}, directory.path)).toEqual(made);
    expect(await masterKey({}, directory.path)).toEqual(made);
  });

  it('is the one the environment gives', async () => {
    expect(await knownMasterKey({ MASTER_KEY: key.toString('base64') }, directory.path)).toEqual(key);
  });

  it('may lie in its file as bytes or in base64, as openssl writes it', async () => {
    for (const content of [key, key.toString('base64'), `${key.toString('base64')}\n`]) {
      await writeFile(file(), content);
      expect(await knownMasterKey({}, directory.path)).toEqual(key);
    }
  });

  it('is refused when it is not whole, and nobody is told to make another one', async () => {
    await expect(knownMasterKey({ MASTER_KEY: 'c2hvcnQ=' }, directory.path)).rejects.toThrow(
      'MASTER_KEY holds 5 bytes',
    );
    await writeFile(file(), 'half');
    await expect(knownMasterKey({}, directory.path)).rejects.toThrow(
      'master.key holds 4 bytes, not the 32 of a key or the 44 characters of its base64: put back the key this database was written with',
    );
  });
});

describe('a database whose master key is gone', () => {
  let written: TestDatabase;
  beforeAll(async () => {
    written = await createTestDatabase();
    const dataSource = await openDataSource({ databaseUrl: written.url, poolSize: 2 });
    const database = new Database(dataSource);
    await KeyKeeper.open(database, () => Promise.resolve(key));
    await database.close();
    await dataSource.destroy();
  });
  afterAll(() => written.drop());

  it('is given no other one: the start says which file is missing, and writes none', async () => {
    await expect(masterKeyFor(written.url, {}, directory.path)).rejects.toThrow(`${file()} is missing`);
    expect(await readdir(directory.path)).toEqual([]);
  });
});
