import { setTimeout as pause } from 'node:timers/promises';
import { fileFormatNames, type FileFormat } from '#http-api/file-format';
import { historyFile } from '../load/history-file';
import { memoryMbOf } from '../stand/process-facts';
import type { Stand } from '../stand/stand';
import type { Bench } from './bench';

const rows = 20_000;
const lookMs = 100;

/** Files of history in each format, from the first byte sent to the last row written: encrypted, chained, numbered. */
export const imports: Bench = async ({ stand, watch, offset }) => {
  const perSecond = {} as Record<FileFormat, number>;
  const before = memoryMbOf(stand.pid);
  let most = before;
  for (const [index, format] of fileFormatNames.entries()) {
    const file = await historyFile(format, stand.places, offset + index * rows, rows);
    const began = performance.now();
    await importWhole(stand, file, () => (most = Math.max(most, memoryMbOf(stand.pid))));
    perSecond[format] = rows / ((performance.now() - began) / 1_000);
    await watch.settled();
  }
  return {
    importedCsv: perSecond.csv,
    importedXlsx: perSecond.xlsx,
    importedJsonl: perSecond.jsonl,
    importMemory: most - before,
  };
};

async function importWhole({ staff: { admin } }: Stand, body: Blob, look: () => void): Promise<void> {
  const { id } = await admin.call('POST /api/imports', { query: { kind: 'history' }, body });
  for (;;) {
    look();
    const { state, accepted, fault } = await admin.call('GET /api/imports/:id', { params: { id } });
    if (state === 'done' && accepted === rows) return;
    if (state !== 'running' && state !== 'waiting')
      throw new Error(`the import is ${state} with ${accepted}: ${fault}`);
    await pause(lookMs);
  }
}
