import { setTimeout as pause } from 'node:timers/promises';
import type { FileFormat } from '#http-api/file-format';
import { memoryMbOf } from '../stand/process-facts';
import type { Stand } from '../stand/stand';
import { importFile, type Rows } from './import-file';

const lookMs = 250;

export interface Imported {
  readonly rowsPerSecond: number;
  /** The most memory the process had meanwhile. */
  readonly mostMb: number;
}

/** Sends a file, and waits until its last row is written. @throws Error when one of them is not */
export async function importWhole(stand: Stand, format: FileFormat, rows: Rows): Promise<Imported> {
  const { admin } = stand.staff;
  const body = await importFile(format, stand.places, rows);
  const began = performance.now();
  const { id } = await admin.call('POST /api/imports', { query: { kind: rows.kind }, body });
  let mostMb = 0;
  for (;;) {
    mostMb = Math.max(mostMb, memoryMbOf(stand.pid));
    const { state, accepted, fault } = await admin.call('GET /api/imports/:id', { params: { id } });
    if (state === 'running' || state === 'waiting') {
      await pause(lookMs);
      continue;
    }
    if (state !== 'done' || accepted !== rows.count)
      throw new Error(`the import is ${state} with ${accepted} of ${rows.count}: ${fault}`);
    return { rowsPerSecond: rows.count / ((performance.now() - began) / 1_000), mostMb };
  }
}
