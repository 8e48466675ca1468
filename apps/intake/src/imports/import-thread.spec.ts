import { Committed } from '#store/committed';
import type { Resources } from '#platform/resources';
import { ImportThread, OutOfMemory, type ToldThread } from './import-thread';

/** A thread that runs this instead of imports. */
const program = (source: string): URL =>
  new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';${source}`)}`);

function house(masterKey: () => Promise<Buffer>): { thread: ImportThread; heard: () => number } {
  let heard = 0;
  const committed = new Committed();
  committed.listen(() => (heard += 1));
  const resources = { databaseUrl: '', settings: { logLevel: 'fatal' }, masterKey } as unknown as Resources;
  return { thread: new ImportThread(resources, committed), heard: () => heard };
}

const aKey = () => Promise.resolve(Buffer.alloc(32, 7));

/** Asks for the master key, and dies of what it hears instead of the expected. */
const asking = (expected: (told: ToldThread) => boolean) => `
  parentPort.once('message', (told) => {
    if (!(${String(expected)})(told)) throw new Error('heard ' + (told.fault ?? told));
  });
  parentPort.postMessage('master-key');`;

describe('the thread in which imports are done', () => {
  it('tells the process what was committed, and ends when nothing waits', async () => {
    const { thread, heard } = house(aKey);
    await thread.run('', program(`parentPort.postMessage('committed'); parentPort.postMessage('committed');`));
    expect(heard()).toBe(2);
  });

  it('is given the master key whenever it asks', async () => {
    const isKey = (told: ToldThread) => typeof told === 'object' && 'masterKey' in told && told.masterKey[31] === 7;
    await expect(house(aKey).thread.run('', program(asking(isKey)))).resolves.toBeUndefined();
  });

  it('hears why there is no master key, instead of waiting for it', async () => {
    const { thread } = house(() => Promise.reject(new Error('the key file is gone')));
    await expect(thread.run('', program(asking(() => false)))).rejects.toThrow('heard the key file is gone');
  });

  it('ends when it is told to stop', async () => {
    const { thread } = house(aKey);
    const running = thread.run(
      '',
      program(`parentPort.once('message', (told) => { if (told !== 'stop') throw new Error(told); });`),
    );
    thread.stop();
    await expect(running).resolves.toBeUndefined();
  });

  it('dies alone when it needs more memory than it may have, and says so', async () => {
    const { thread } = house(aKey);
    const hoarding = program(`const kept = []; for (;;) kept.push(new Array(10_000).fill(parentPort));`);
    await expect(thread.run('', hoarding)).rejects.toThrow(OutOfMemory);
  });
});
