import { parentPort, workerData } from 'node:worker_threads';
import { auditRange } from '#store/audit-range';
import { withStore } from '../seed/store';
import type { Share } from './verify-in-threads';

/** Verifies its ranges one after the other, and tells the main thread each verdict. */
async function verifyShare({ target, ranges }: Share): Promise<void> {
  await withStore(target, async ({ database, keys }) => {
    for (const range of ranges) parentPort?.postMessage(await auditRange(database, keys, range));
  });
}

void verifyShare(workerData as Share);
