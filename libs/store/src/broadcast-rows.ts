import type { Sql } from './sql';

/** What everybody is to answer from one instant to another; of one class, area or hot issue, or of anything. */
export interface Broadcast {
  readonly title: string;
  readonly text: string;
  readonly issueId: string | null;
  readonly categoryCode: string | null;
  readonly areaCode: string | null;
  readonly validFrom: Date;
  readonly validTo: Date;
}

interface Change {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
}

const valuesOf = ({ id, by, at }: Change, broadcast: Broadcast): unknown[] => [
  id,
  broadcast.title,
  broadcast.text,
  broadcast.issueId,
  broadcast.categoryCode,
  broadcast.areaCode,
  broadcast.validFrom,
  broadcast.validTo,
  by,
  at,
];

/** Its wording becomes the next version, which is kept beside the ones before. */
export async function writeBroadcast(sql: Sql, change: Change, broadcast: Broadcast): Promise<void> {
  await sql.query(
    `WITH written AS (
       INSERT INTO ticket.broadcast AS b (id, version, title, text, issue_id, category_code, area_code, valid_from, valid_to,
         changed_by, changed_at)
       VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (id) DO UPDATE SET version = b.version + 1, title = $2, text = $3, issue_id = $4, category_code = $5,
         area_code = $6, valid_from = $7, valid_to = $8, changed_by = $9, changed_at = $10
       RETURNING *)
     INSERT INTO ticket.broadcast_version (broadcast_id, version, title, text, valid_from, valid_to, by_account, at)
     SELECT id, version, title, text, valid_from, valid_to, changed_by, changed_at FROM written`,
    valuesOf(change, broadcast),
  );
}

export async function withdrawBroadcast(sql: Sql, { id, by, at }: Change): Promise<void> {
  await sql.query(`UPDATE ticket.broadcast SET withdrawn_by = $2, withdrawn_at = $3 WHERE id = $1`, [id, by, at]);
}

/** Somebody has read this version. Read twice, it was read when it was first. */
export async function addReading(
  sql: Sql,
  { id, version, accountId, at }: { id: string; version: number; accountId: string; at: Date },
): Promise<void> {
  await sql.query(
    `INSERT INTO ticket.broadcast_reading (broadcast_id, version, account_id, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [id, version, accountId, at],
  );
}
