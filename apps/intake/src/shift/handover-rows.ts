import type { HandoverState } from '#ticket/duty';
import type { HandoverContent } from '#http-api/shift-shapes';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import { personNamed, type Named } from '#platform/person-named';

/** What is written beside the list while it is open: of the whole, and by an item's key. */
export interface HandoverNotes {
  readonly note: string;
  readonly items: Readonly<Record<string, string>>;
}

export interface Handover {
  readonly id: string;
  readonly shiftId: string;
  readonly shift: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly version: number;
  readonly state: HandoverState;
  readonly notes: HandoverNotes;
  readonly content: HandoverContent | null;
  readonly sha256: string | null;
  readonly openedBy: Named;
  readonly openedAt: Date;
  readonly handedOverBy: Named | null;
  readonly handedOverAt: Date | null;
  readonly acceptedBy: Named | null;
  readonly acceptedAt: Date | null;
}
type HandoverRow = Handover & Record<string, unknown>;

/** Of an accepted one, what was printed is what it says. */
const select = `SELECT h.id, h.shift_id AS "shiftId", coalesce(h.content #>> '{shift,name}', s.name) AS shift,
  h.day::text AS day, h.version, h.state, h.notes, coalesce(h.printed::jsonb -> 'content', h.content) AS content, h.sha256,
  ${personNamed('h.opened_by')} AS "openedBy", h.opened_at AS "openedAt",
  ${personNamed('h.handed_over_by')} AS "handedOverBy", h.handed_over_at AS "handedOverAt",
  ${personNamed('h.accepted_by')} AS "acceptedBy", h.accepted_at AS "acceptedAt"
FROM intake.handover h JOIN intake.shift s ON s.id = h.shift_id`;

/** @throws NotFound */
export async function handoverById(sql: Sql, id: string): Promise<Handover> {
  const row = isUuid(id) ? await sql.one<HandoverRow>(`${select} WHERE h.id = $1`, [id]) : undefined;
  if (!row) throw new NotFound('handover');
  return row;
}

export const handoversPage = (
  sql: Sql,
  { state, before, limit }: { state: HandoverState | null; before: string | null; limit: number },
): Promise<Handover[]> =>
  sql.query<HandoverRow>(
    `${select} WHERE ($1::text IS NULL OR h.state = $1) AND ($2::uuid IS NULL OR h.id < $2) ORDER BY h.id DESC LIMIT $3`,
    [state, before, limit],
  );

/** The one that was handed over last, this one aside: what it lists is carried over. */
export const lastHandedOver = async (sql: Sql, id: string): Promise<HandoverContent | null> =>
  (
    await sql.one<{ content: HandoverContent }>(
      `SELECT h.content FROM intake.handover h WHERE h.handed_over_at IS NOT NULL AND h.id <> $1
       ORDER BY h.handed_over_at DESC, h.id DESC LIMIT 1`,
      [id],
    )
  )?.content ?? null;

export async function openHandover(
  sql: Sql,
  { id, shiftId, day, by, at }: { id: string; shiftId: string; day: string; by: string; at: Date },
): Promise<void> {
  await sql.query(
    `INSERT INTO intake.handover (id, shift_id, day, notes, opened_by, opened_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, shiftId, day, JSON.stringify({ note: '', items: {} } satisfies HandoverNotes), by, at],
  );
}

export async function writeNotes(sql: Sql, id: string, notes: HandoverNotes): Promise<void> {
  await sql.query(`UPDATE intake.handover SET notes = $2, version = version + 1 WHERE id = $1`, [
    id,
    JSON.stringify(notes),
  ]);
}

export async function handOverRow(
  sql: Sql,
  { id, content, by, at }: { id: string; content: HandoverContent; by: string; at: Date },
): Promise<void> {
  await sql.query(
    `UPDATE intake.handover SET state = 'handed-over', content = $2, handed_over_by = $3, handed_over_at = $4,
       version = version + 1 WHERE id = $1`,
    [id, JSON.stringify(content), by, at],
  );
}

export async function acceptRow(
  sql: Sql,
  { id, printed, sha256, by, at }: { id: string; printed: string; sha256: string; by: string; at: Date },
): Promise<void> {
  await sql.query(
    `UPDATE intake.handover SET state = 'accepted', printed = $2, sha256 = $3, accepted_by = $4, accepted_at = $5,
       version = version + 1 WHERE id = $1`,
    [id, printed, sha256, by, at],
  );
}

export interface Correction {
  readonly id: string;
  readonly itemKey: string | null;
  readonly text: string;
  readonly by: Named;
  readonly at: Date;
}

export const correctionsOf = (sql: Sql, handoverId: string): Promise<Correction[]> =>
  sql.query<Correction & Record<string, unknown>>(
    `SELECT c.id, c.item_key AS "itemKey", c.text, ${personNamed('c.by_account')} AS by, c.at
     FROM intake.handover_correction c WHERE c.handover_id = $1 ORDER BY c.id`,
    [handoverId],
  );
