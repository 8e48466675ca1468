import { once } from 'node:events';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { Logger } from '@nestjs/common';
import { Committed } from '#store/committed';
import { Database } from '#store/database';
import { DatabaseClock } from '#store/database-clock';
import { openDataSource } from '#store/data-source';
import { KeyKeeper } from '#store/key-keeper';
import { Directory } from '#platform/directory';
import { HouseLogger } from '#platform/house-logger';
import type { ThreadBeginning, ThreadTold, ToldThread } from './import-thread';
import { importWorksOf, type ImportWorks } from './import-works';
import { importWhatWaits } from './importing';

/** One reads, one writes, and there are beats and looks. */
const poolSize = 4;

/** The thread beside the request loop in which imports are done, with connections and keys of its own. */
async function work(house: MessagePort): Promise<void> {
  const { databaseUrl, logLevel, claim } = workerData as ThreadBeginning;
  Logger.overrideLogger(new HouseLogger(logLevel));
  let isStopped = false;
  house.on('message', (told: ToldThread) => (isStopped ||= told === 'stop'));
  const { works, close } = await openWorks(house, databaseUrl, claim);
  try {
    await importWhatWaits(works, () => isStopped);
  } finally {
    await close();
    house.close();
  }
}

async function openWorks(
  house: MessagePort,
  databaseUrl: string,
  claim: string,
): Promise<{ works: ImportWorks; close: () => Promise<void> }> {
  const database = new Database(await openDataSource({ databaseUrl, poolSize }));
  const clock = new DatabaseClock(database);
  await clock.start();
  await database.learnMonths();
  const keeper = await KeyKeeper.open(database, () => masterKeyOf(house));
  keeper.start((reason) => new Logger('import').warn(reason));
  const directory = new Directory(database, clock);
  await directory.start();
  const committed = new Committed();
  committed.listen(() => tell(house, 'committed'));
  const close = async () => {
    directory.beforeApplicationShutdown();
    keeper.stop();
    clock.stop();
    await database.close();
    await database.dataSource.destroy();
  };
  return { works: importWorksOf({ database, keys: keeper.keys, clock, committed, directory }, claim), close };
}

/** Asked of the process each time, for it may be replaced meanwhile. @throws Error when the process has none either */
async function masterKeyOf(house: MessagePort): Promise<Buffer> {
  tell(house, 'master-key');
  for (;;) {
    const [told] = (await once(house, 'message')) as [ToldThread];
    if (told === 'stop') continue;
    if ('fault' in told) throw new Error(told.fault);
    return Buffer.from(told.masterKey);
  }
}

const tell = (house: MessagePort, told: ThreadTold): void => house.postMessage(told);

if (parentPort) void work(parentPort);
