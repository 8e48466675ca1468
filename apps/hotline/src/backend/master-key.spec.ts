import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testDirectory, type TestDirectory } from '#testing/test-directory';
import { masterKey } from './master-key';

describe('the master key', () => {
  let directory: TestDirectory;
  beforeEach(async () => {
    directory = await testDirectory();
  });
  afterEach(() => directory.remove());

  it('is made once, readable by its owner alone', async () => {
    const made = await masterKey({}, directory.path);
    expect(made).toHaveLength(32);
    expect((await stat(join(directory.path, 'master.key'))).mode & 0o777).toBe(0o600);
    expect(await masterKey({}, directory.path)).toEqual(made);
  });

  it('is the one the environment gives', async () => {
    const given = Buffer.alloc(32, 7);
    expect(await masterKey({ MASTER_KEY: given.toString('base64') }, directory.path)).toEqual(given);
  });

  it('is refused when it is not whole', async () => {
    await expect(masterKey({ MASTER_KEY: 'c2hvcnQ=' }, directory.path)).rejects.toThrow('MASTER_KEY holds 5 bytes');
    await writeFile(join(directory.path, 'master.key'), 'half');
    await expect(masterKey({}, directory.path)).rejects.toThrow('master.key holds 4 bytes, not 32');
  });
});
