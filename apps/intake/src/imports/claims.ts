import type { Database } from '#store/database';
import type { Sql } from '#store/sql';
import type { ClaimedImport, Progress, Remark } from './import-row';

/** A process that has said nothing for so long is taken for dead. */
const silenceSeconds = 10;
/** How often one says that it is alive, in milliseconds. */
export const beatMs = 2_000;
/** Rows that are kept of an import of each kind of remark; all are counted. */
const remarksKept = 10_000;
/** Where remarks on rows stand: on those that were refused, and on those that were added. */
const remarkTables = { refused: 'intake.import_refusal', warned: 'intake.import_warning' } as const;
export type RemarkKind = keyof typeof remarkTables;
export const remarkTable = (kind: RemarkKind): string => remarkTables[kind];

/** Somebody else is at the import, or it was cancelled: whoever hears this leaves it alone. */
export class ClaimLost extends Error {}

/** Nobody has taken it up, or whoever did has died over it; $1 is the silence in seconds. */
const isWaiting = `state IN ('waiting', 'running')
  AND (beaten_at IS NULL OR beaten_at < clock_timestamp() - make_interval(secs => $1))`;

/** Who is at which import. Time is the database's: replicas have no other in common. */
export class Claims {
  /** @param claim in whose name imports are taken up: a process's, and that of the thread it has at work */
  constructor(
    private readonly database: Database,
    readonly claim: string,
  ) {}

  async anyWaits(): Promise<boolean> {
    return (
      (await this.database.sql.count(`SELECT 1 FROM intake.import WHERE ${isWaiting} LIMIT 1`, [silenceSeconds])) > 0
    );
  }

  /** The oldest import that waits, or whose process died; it is ours from now on. */
  async next(): Promise<ClaimedImport | undefined> {
    const row = await this.database.sql.one<ClaimedImport & Record<string, unknown>>(
      `UPDATE intake.import i SET state = 'running', claim = $2, beaten_at = clock_timestamp(),
         started_at = coalesce(i.started_at, clock_timestamp())
       FROM ticket.account a WHERE a.id = i.uploaded_by AND i.id = (
         SELECT id FROM intake.import WHERE ${isWaiting} ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING i.id, i.kind, i.format, i.encoding, i.bytes_total::float8 AS "bytesTotal", i.wrapped_key AS "wrappedKey",
         i.rows_read AS "rowsRead", i.accepted, i.known, i.refused, i.warned,
         json_build_object('id', a.id, 'name', a.name) AS "uploadedBy"`,
      [silenceSeconds, this.claim],
    );
    return row;
  }

  async beat(id: string): Promise<void> {
    await this.database.sql.query(
      `UPDATE intake.import SET beaten_at = clock_timestamp() WHERE id = $1 AND claim = $2`,
      [id, this.claim],
    );
  }

  /** Whoever stops in order lets the next one go on at once. */
  async giveBack(id: string): Promise<void> {
    await this.database.sql.query(`UPDATE intake.import SET beaten_at = NULL WHERE id = $1 AND claim = $2`, [
      id,
      this.claim,
    ]);
  }

  /** Where the reading stands, in the transaction that writes its rows. @throws ClaimLost, and so nothing is written */
  async advance(sql: Sql, id: string, progress: Progress & { bytesRead: number }): Promise<void> {
    const { rowsRead, accepted, known, refused, warned, bytesRead } = progress;
    const ours = await sql.count(
      `UPDATE intake.import SET rows_read = $3, accepted = $4, known = $5, refused = $6, bytes_read = $7, warned = $8,
         beaten_at = clock_timestamp() WHERE id = $1 AND claim = $2 AND state = 'running'`,
      [id, this.claim, rowsRead, accepted, known, refused, bytesRead, warned],
    );
    if (ours === 0) throw new ClaimLost();
  }

  /** Keeps remarks on rows while there are not too many of the kind already. */
  async keep(sql: Sql, id: string, kind: RemarkKind, remarks: readonly Remark[], keptAlready: number): Promise<void> {
    const kept = remarks.slice(0, Math.max(0, remarksKept - keptAlready));
    if (kept.length === 0) return;
    await sql.query(
      `INSERT INTO ${remarkTable(kind)} (import_id, line, "column", reason)
       SELECT $1, line, "column", reason FROM json_to_recordset($2) AS r (line integer, "column" text, reason text)`,
      [id, JSON.stringify(kept)],
    );
  }

  /** The import we are at is given up; answers whether there was one. */
  async giveUpCurrent(at: Date, fault: string): Promise<boolean> {
    const row = await this.database.sql.one<{ id: string }>(
      `SELECT id FROM intake.import WHERE claim = $1 AND state = 'running'`,
      [this.claim],
    );
    if (row) await this.end(row.id, at, fault);
    return row !== undefined;
  }

  /** It is over: with a fault when it was given up. What was uploaded goes, and its key with it. */
  async end(id: string, at: Date, fault: string | null = null): Promise<void> {
    await this.database.transaction(async (sql) => {
      const ended = await sql.count(
        `UPDATE intake.import SET state = $3, fault = $4, ended_at = $5, claim = NULL, wrapped_key = NULL
         WHERE id = $1 AND claim = $2 AND state = 'running'`,
        [id, this.claim, fault === null ? 'done' : 'failed', fault, at],
      );
      if (ended > 0) await sql.query(`DELETE FROM intake.import_piece WHERE import_id = $1`, [id]);
    });
  }
}
