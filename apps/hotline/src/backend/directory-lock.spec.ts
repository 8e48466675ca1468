import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testDirectory, type TestDirectory } from '#testing/test-directory';
import { lockDirectory } from './directory-lock';
import { processIdentity } from './process-identity';

describe('the lock of a data directory', () => {
  let directory: TestDirectory;
  let lock: string;
  beforeEach(async () => {
    directory = await testDirectory();
    lock = join(directory.path, 'lock');
  });
  afterEach(() => directory.remove());

  it('refuses a second start in one line that names the first', async () => {
    await lockDirectory(directory.path);
    await expect(lockDirectory(directory.path)).rejects.toThrow(`Already running: process ${process.pid} `);
  });

  it('can be taken again once it was given back', async () => {
    const release = await lockDirectory(directory.path);
    await release();
    await expect(lockDirectory(directory.path)).resolves.toBeInstanceOf(Function);
  });

  it('is taken over from a process that was killed', async () => {
    const killed = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    await writeFile(lock, processIdentity(Number(killed.pid)) ?? '');
    await expect(lockDirectory(directory.path)).rejects.toThrow('Already running');
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    await lockDirectory(directory.path);
    expect(await readFile(lock, 'utf8')).toBe(processIdentity(process.pid));
  });

  it('is taken over when its process number belongs to another process by now', async () => {
    await writeFile(lock, `${process.pid}@1/an-earlier-boot`);
    await expect(lockDirectory(directory.path)).resolves.toBeInstanceOf(Function);
  });
});
