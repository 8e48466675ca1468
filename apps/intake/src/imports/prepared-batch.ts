import { setImmediate as turn } from 'node:timers/promises';
import type { ImportKind } from '#ticket/import-kind';
import type { Fate, ImportedTicket } from '#store/ticket-import';
import type { Refusal } from './import-row';
import type { ImportWorks } from './import-works';
import { RowRefused } from './row-refused';
import { readRow } from './row-request';
import type { SourceRow } from './source-row';

/** Rows that are read before others have their turn: some milliseconds. */
const sliceRows = 20;

/** A row that may be added, and where it stood. */
interface ReadyRow {
  readonly line: number;
  readonly ticket: ImportedTicket;
}

/** A batch that is read, and still to be written. */
export interface Prepared {
  readonly rows: number;
  readonly ready: readonly ReadyRow[];
  readonly refusals: readonly Refusal[];
}

/** Turns rows into tickets, a few at a time, so that callers are answered meanwhile. */
export async function prepareBatch(
  rows: readonly SourceRow[],
  kind: ImportKind,
  { directory, keys, clock }: Pick<ImportWorks, 'directory' | 'keys' | 'clock'>,
): Promise<Prepared> {
  const reading = { directory, keys, now: clock.now() };
  const ready: ReadyRow[] = [];
  const refusals: Refusal[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % sliceRows === 0) await turn();
    try {
      ready.push({ line: row.line, ticket: readRow(row, kind, reading) });
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      refusals.push({ line: row.line, column: error.column, reason: error.reason });
    }
  }
  return { rows: rows.length, ready, refusals };
}

/** What the store refused of them. */
export const refusedAmong = (ready: readonly ReadyRow[], fates: readonly Fate[]): Refusal[] =>
  ready.flatMap(({ line }, index) => {
    const fate = fates[index];
    return typeof fate === 'object' ? [{ line, column: null, reason: fate.refused }] : [];
  });
