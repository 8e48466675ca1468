import type { Actor } from '#ticket/actor';
import { KeyTaken } from '#store/store-errors';
import { writeDocuments } from '../search/search-document';
import type { ClaimedImport, Progress } from './import-row';
import type { ImportWorks } from './import-works';
import { prepareBatch, refusedAmong, type Prepared } from './prepared-batch';
import { SealedPieces } from './sealed-pieces';
import type { SourceRow } from './source-row';
import { sourceRows } from './source-rows';
import { SpooledFile } from './spooled-file';

/** Rows that one transaction adds. */
const batchRows = 250;
/** Races with another import of the same rows. */
const attempts = 8;

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
    let writing = Promise.resolve();
    try {
      for await (const batch of inBatches(this.rows())) {
        const prepared = await prepareBatch(batch, this.claimed.kind, this.works);
        // The rows of one batch are read while those of the one before are written.
        await writing;
        if (isStopped()) return false;
        writing = this.add(prepared);
        writing.catch(() => undefined);
      }
      return true;
    } finally {
      await writing;
    }
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

  private async add(prepared: Prepared): Promise<void> {
    await this.works.months.prepare(prepared.ready.flatMap(({ ticket }) => ticket.past?.registeredAt ?? []));
    for (let attempt = 1; ; attempt += 1) {
      try {
        this.progress = await this.write(prepared);
        break;
      } catch (error) {
        // Somebody adds the same rows at this moment: they are known at the next look.
        if (attempt === attempts || !isRace(error)) throw error;
      }
    }
    this.works.committed.tell();
  }

  /** Rows, what was refused and where the reading stands commit together. */
  private write({ rows, ready, refusals }: Prepared): Promise<Progress> {
    const { database, tickets, claims, clock } = this.works;
    const { id } = this.claimed;
    return database.transaction(async (sql) => {
      const given = ready.map(({ ticket }) => ticket);
      const { fates, tickets: added } = await tickets.add(sql, given, this.actor, clock.now());
      if (this.claimed.kind === 'history') await writeDocuments(sql, added);
      const refused = [...refusals, ...refusedAmong(ready, fates)];
      await claims.keep(sql, id, refused, this.progress.refused);
      const progress = {
        rowsRead: this.progress.rowsRead + rows,
        accepted: this.progress.accepted + fates.filter((fate) => fate === 'accepted').length,
        known: this.progress.known + fates.filter((fate) => fate === 'known').length,
        refused: this.progress.refused + refused.length,
      };
      await claims.advance(sql, id, { ...progress, bytesRead: this.file.bytesRead });
      return progress;
    });
  }
}

async function* inBatches(rows: AsyncIterable<SourceRow>): AsyncGenerator<SourceRow[]> {
  let batch: SourceRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < batchRows) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Its key was taken while it was written, or two wait for each other. */
const isRace = (error: unknown): boolean =>
  error instanceof KeyTaken || ['40P01', '40001'].includes((error as { code?: string }).code ?? '');
