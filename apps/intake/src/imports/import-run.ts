import type { Actor } from '#ticket/actor';
import { KeyTaken } from '#store/store-errors';
import type { Begun } from '#store/ticket-import';
import { documentsOf, keepDocuments } from '../search/search-document';
import type { ClaimedImport, Progress } from './import-row';
import type { ImportWorks } from './import-works';
import { readBatches, refusedAmong, type Batch } from './read-batches';
import { doubtsAmong } from './row-doubts';
import { SealedPieces } from './sealed-pieces';
import type { SourceRow } from './source-row';
import { sourceRows } from './source-rows';
import { SpooledFile } from './spooled-file';

/** Races with another import of the same rows. */
const attempts = 8;

/** A batch as it will be written. */
interface BegunBatch extends Begun {
  readonly documents: string | null;
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
    const { rowsRead, accepted, known, refused, warned } = claimed;
    this.progress = { rowsRead, accepted, known, refused, warned };
    this.dataKey = works.keys.unwrap(claimed.wrappedKey);
    this.file = new SpooledFile(this.pieces('file'), claimed.bytesTotal);
    // Whoever uploaded it was an administrator then, and it is their doing.
    this.actor = { ...claimed.uploadedBy, roles: ['admin'], departmentIds: [] };
  }

  /** Answers whether it came to the end, or was told to stop before. @throws BadFile; ClaimLost */
  async run(isStopped: () => boolean): Promise<boolean> {
    let writing = Promise.resolve();
    try {
      for await (const batch of readBatches(this.rows(), this.claimed.kind, this.works)) {
        // While the batch before is written, the next one is read, and made into what will be written of it.
        const begun = await this.begin(batch);
        await writing;
        if (isStopped()) return false;
        writing = this.add(batch, begun);
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

  private async begin({ ready }: Batch): Promise<BegunBatch> {
    const { database, tickets, clock } = this.works;
    const given = ready.map(({ ticket }) => ticket);
    const begun = await tickets.begin(database.sql, given, this.actor, clock.now());
    // Of history nobody is told, so what search reads of it is written here.
    const isTold = this.claimed.kind !== 'history' || begun.tickets.length === 0;
    return { ...begun, documents: isTold ? null : documentsOf(begun.tickets) };
  }

  private async add(batch: Batch, begun: BegunBatch): Promise<void> {
    await this.works.months.prepare(batch.ready.flatMap(({ ticket }) => ticket.past?.registeredAt ?? []));
    for (let [attempt, now] = [1, begun]; ; attempt += 1) {
      try {
        this.progress = await this.write(batch, now);
        break;
      } catch (error) {
        if (attempt === attempts || !isRace(error)) throw error;
      }
      // The batch before, or somebody else, has added the same rows: they are known at the next look.
      now = await this.begin(batch);
    }
    this.works.committed.tell();
  }

  /** Rows, what was refused and where the reading stands commit together. */
  private write({ rows, ready, refusals }: Batch, begun: BegunBatch): Promise<Progress> {
    const { database, tickets, claims } = this.works;
    const { id } = this.claimed;
    const { fates, documents } = begun;
    return database.transaction(async (sql) => {
      await tickets.write(sql, begun);
      if (documents !== null) await keepDocuments(sql, documents);
      const refused = [...refusals, ...refusedAmong(ready, fates)];
      await claims.keep(sql, id, 'refused', refused, this.progress.refused);
      const warned = doubtsAmong(ready, fates);
      await claims.keep(sql, id, 'warned', warned, this.progress.warned);
      const progress = {
        rowsRead: this.progress.rowsRead + rows,
        accepted: this.progress.accepted + fates.filter((fate) => fate === 'accepted').length,
        known: this.progress.known + fates.filter((fate) => fate === 'known').length,
        refused: this.progress.refused + refused.length,
        warned: this.progress.warned + warned.length,
      };
      await claims.advance(sql, id, { ...progress, bytesRead: this.file.bytesRead });
      return progress;
    });
  }
}

/** Its key was taken while it was written, or two wait for each other. */
const isRace = (error: unknown): boolean =>
  error instanceof KeyTaken || ['40P01', '40001'].includes((error as { code?: string }).code ?? '');
