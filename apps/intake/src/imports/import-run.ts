import { setImmediate as turn } from 'node:timers/promises';
import type { Actor } from '#ticket/actor';
import type { Fate, ImportedTicket } from '#store/ticket-import';
import { KeyTaken } from '#store/store-errors';
import type { ClaimedImport, Progress, Refusal } from './import-row';
import type { ImportWorks } from './import-works';
import { readRow } from './row-request';
import { RowRefused } from './row-refused';
import { SealedPieces } from './sealed-pieces';
import type { SourceRow } from './source-row';
import { sourceRows } from './source-rows';
import { SpooledFile } from './spooled-file';

/** Rows that one transaction adds. */
const batchRows = 250;
/** Rows that are read and sealed before others have their turn: some five milliseconds. */
const sliceRows = 20;
/** Races with another import of the same rows. */
const attempts = 8;

/** A row that may be added, and where it stood. */
interface ReadyRow {
  readonly line: number;
  readonly ticket: ImportedTicket;
}

/** One import, from the row after the last committed batch to its end. */
export class ImportRun {
  private progress: Progress;
  private readonly file: SpooledFile;
  private readonly dataKey: Buffer;
  private readonly actor: Actor;

  constructor(
    private readonly works: ImportWorks,
    private readonly claimed: ClaimedImport,
  ) {
    const { rowsRead, accepted, known, refused } = claimed;
    this.progress = { rowsRead, accepted, known, refused };
    this.dataKey = works.keys.unwrap(claimed.wrappedKey);
    this.file = new SpooledFile(this.pieces('file'), claimed.bytesTotal);
    // Whoever uploaded it was an administrator then, and it is their doing.
    this.actor = { ...claimed.uploadedBy, roles: ['admin'], departmentIds: [] };
  }

  /** Answers whether it came to the end, or was told to stop before. @throws BadFile; ClaimLost */
  async run(isStopped: () => boolean): Promise<boolean> {
    let batch: SourceRow[] = [];
    for await (const row of this.rows()) {
      if (isStopped()) return false;
      batch.push(row);
      if (batch.length < batchRows) continue;
      await this.add(batch);
      batch = [];
    }
    if (batch.length > 0) await this.add(batch);
    return true;
  }

  /** A compressed file cannot be entered in the middle: what was read before is read again and left alone. */
  private async *rows(): AsyncGenerator<SourceRow> {
    const { kind, format, encoding, rowsRead } = this.claimed;
    const source = { kind, encoding, file: this.file, strings: this.pieces('strings') };
    let read = 0;
    for await (const row of sourceRows[format](source)) {
      read += 1;
      if (read > rowsRead) yield row;
    }
  }

  private pieces(kind: 'file' | 'strings'): SealedPieces {
    return new SealedPieces(this.works.database.sql, this.claimed.id, kind, this.dataKey);
  }

  private async add(rows: readonly SourceRow[]): Promise<void> {
    const { ready, refusals } = await this.read(rows);
    await this.works.months.prepare(ready.flatMap(({ ticket }) => ticket.past?.registeredAt ?? []));
    for (let attempt = 1; ; attempt += 1) {
      try {
        this.progress = await this.write(rows.length, ready, refusals);
        break;
      } catch (error) {
        // Somebody adds the same rows at this moment: they are known at the next look.
        if (attempt === attempts || !isRace(error)) throw error;
      }
    }
    this.works.committed.tell();
  }

  /** Turns rows into tickets, a few at a time, so that callers are answered meanwhile. */
  private async read(rows: readonly SourceRow[]): Promise<{ ready: ReadyRow[]; refusals: Refusal[] }> {
    const { directory, keys, clock } = this.works;
    const reading = { directory, keys, now: clock.now() };
    const ready: ReadyRow[] = [];
    const refusals: Refusal[] = [];
    for (const [index, row] of rows.entries()) {
      if (index % sliceRows === 0) await turn();
      try {
        ready.push({ line: row.line, ticket: readRow(row, this.claimed.kind, reading) });
      } catch (error) {
        if (!(error instanceof RowRefused)) throw error;
        refusals.push({ line: row.line, column: error.column, reason: error.reason });
      }
    }
    return { ready, refusals };
  }

  /** Rows, what was refused and where the reading stands commit together. */
  private write(rowsRead: number, ready: readonly ReadyRow[], refusals: readonly Refusal[]): Promise<Progress> {
    const { database, tickets, claims, clock } = this.works;
    const { id } = this.claimed;
    return database.transaction(async (sql) => {
      const given = ready.map(({ ticket }) => ticket);
      const fates = await tickets.add(sql, given, this.actor, clock.now());
      const refused = [...refusals, ...refusedAmong(ready, fates)];
      await claims.keep(sql, id, refused, this.progress.refused);
      const progress = {
        rowsRead: this.progress.rowsRead + rowsRead,
        accepted: this.progress.accepted + fates.filter((fate) => fate === 'accepted').length,
        known: this.progress.known + fates.filter((fate) => fate === 'known').length,
        refused: this.progress.refused + refused.length,
      };
      await claims.advance(sql, id, { ...progress, bytesRead: this.file.bytesRead });
      return progress;
    });
  }
}

const refusedAmong = (ready: readonly ReadyRow[], fates: readonly Fate[]): Refusal[] =>
  ready.flatMap(({ line }, index) => {
    const fate = fates[index];
    return typeof fate === 'object' ? [{ line, column: null, reason: fate.refused }] : [];
  });

/** Its key was taken while it was written, or two wait for each other. */
const isRace = (error: unknown): boolean =>
  error instanceof KeyTaken || ['40P01', '40001'].includes((error as { code?: string }).code ?? '');
