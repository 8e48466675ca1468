import type { ImportKind } from '#ticket/import-kind';
import type { Fate, ImportedTicket } from '#store/ticket-import';
import type { Remark } from './import-row';
import type { ImportWorks } from './import-works';
import { RowRefused } from './row-refused';
import { readRow } from './row-request';
import type { SourceRow } from './source-row';

/** Rows that one transaction adds, and characters of text after which it takes no more: memory is for so much. */
const [mostRows, mostCharacters] = [500, 1_000_000];

/** A row that may be added, and where it stood. */
interface ReadyRow {
  readonly line: number;
  readonly ticket: ImportedTicket;
}

/** Rows that are read, and still to be written. */
export interface Batch {
  readonly rows: number;
  readonly ready: readonly ReadyRow[];
  readonly refusals: readonly Remark[];
}

/** Turns rows into tickets as they are read, so that nothing is kept of a row but what is written of it. */
export async function* readBatches(
  rows: AsyncIterable<SourceRow>,
  kind: ImportKind,
  { directory, keys, clock }: Pick<ImportWorks, 'directory' | 'keys' | 'clock'>,
): AsyncGenerator<Batch> {
  let batch = new GrowingBatch();
  for await (const row of rows) {
    try {
      batch.add(row.line, readRow(row, kind, { directory, keys, now: clock.now() }));
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      batch.refuse({ line: row.line, column: error.column, reason: error.reason });
    }
    if (!batch.isFull()) continue;
    yield batch;
    batch = new GrowingBatch();
  }
  if (batch.rows > 0) yield batch;
}

class GrowingBatch implements Batch {
  readonly ready: ReadyRow[] = [];
  readonly refusals: Remark[] = [];
  private characters = 0;

  get rows(): number {
    return this.ready.length + this.refusals.length;
  }

  add(line: number, ticket: ImportedTicket): void {
    this.ready.push({ line, ticket });
    this.characters += ticket.request.title.length + ticket.request.content.length;
  }

  refuse(refusal: Remark): void {
    this.refusals.push(refusal);
  }

  isFull(): boolean {
    return this.rows >= mostRows || this.characters >= mostCharacters;
  }
}

/** What the store refused of them. */
export const refusedAmong = (ready: readonly ReadyRow[], fates: readonly Fate[]): Remark[] =>
  ready.flatMap(({ line }, index) => {
    const fate = fates[index];
    return typeof fate === 'object' ? [{ line, column: null, reason: fate.refused }] : [];
  });
