import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testDirectory, type TestDirectory } from '#testing/test-directory';
import { dataDirectoryPath, openDataDirectory } from './data-directory';

describe('the data directory', () => {
  let place: TestDirectory;
  beforeEach(async () => {
    place = await testDirectory();
  });
  afterEach(() => place.remove());

  it('lies outside the clone, one for each clone', async () => {
    const clones = ['one/hotline', 'other/hotline'].map((name) => join(place.path, name));
    for (const clone of clones) await mkdir(clone, { recursive: true });
    const [one = '', other = ''] = clones.map((clone) => dataDirectoryPath({ XDG_STATE_HOME: '/state' }, clone));
    expect(one).toMatch(/^\/(state|var\/lib)\/hotline-12345\/hotline-[0-9a-f]{8}$/);
    expect(other).not.toBe(one);
  });

  it('is made where DATA_DIR says, and opened again after it was released', async () => {
    const environment = { DATA_DIR: join(place.path, 'deep', 'down') };
    const first = await openDataDirectory(environment);
    await first.release();
    const second = await openDataDirectory(environment);
    expect(second.path).toBe(environment.DATA_DIR);
    await second.release();
  });

  it('is never made of a directory that holds something else', async () => {
    await writeFile(join(place.path, 'thesis.txt'), '');
    await expect(openDataDirectory({ DATA_DIR: place.path })).rejects.toThrow('is not empty and no data directory');
    expect(await readdir(place.path)).toEqual(['thesis.txt']);
  });

  it('refuses another layout and says what to do', async () => {
    await writeFile(join(place.path, 'VERSION'), '99\n');
    const refused = expect(openDataDirectory({ DATA_DIR: place.path })).rejects;
    await refused.toThrow(/has layout 99, this version needs \d+: start the version that made it/);
  });

  it('names the directory that cannot be written', async () => {
    await writeFile(join(place.path, 'file'), '');
    const path = join(place.path, 'file', 'data');
    await expect(openDataDirectory({ DATA_DIR: path })).rejects.toThrow(`${path} cannot be written (ENOTDIR)`);
  });
});
