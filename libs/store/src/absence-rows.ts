import type { Role } from '#ticket/role';
import type { Sql } from './sql';

/** Somebody is away from one instant to, not including, another, and somebody stands in. */
export interface NewAbsence {
  readonly id: string;
  readonly accountId: string;
  readonly deputyId: string;
  readonly from: Date;
  readonly until: Date;
}

export async function addAbsence(sql: Sql, { id, accountId, deputyId, from, until }: NewAbsence): Promise<void> {
  await sql.query(
    `INSERT INTO ticket.absence (id, account_id, deputy_id, from_at, until_at) VALUES ($1, $2, $3, $4, $5)`,
    [id, accountId, deputyId, from, until],
  );
}

/** Whatever absence somebody has, now or to come, is over; also one that nobody stands in for any more. */
export async function endAbsence(sql: Sql, accountId: string, at: Date): Promise<void> {
  await sql.query(
    `UPDATE ticket.absence SET ended_at = coalesce(ended_at, $2), lapsed = false
     WHERE account_id = $1 AND (ended_at IS NULL OR lapsed)`,
    [accountId, at],
  );
}

/** For whom this account stands in, now or to come; and itself, where somebody stands in for it. */
export async function deputised(sql: Sql, accountId: string, at: Date): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `SELECT account_id AS id FROM ticket.absence WHERE deputy_id = $1 AND ended_at IS NULL AND until_at > $2
     UNION SELECT account_id FROM ticket.absence WHERE account_id = $1 AND ended_at IS NULL AND until_at > $2`,
    [accountId, at],
  );
  return rows.map(({ id }) => id);
}

/** For whom somebody acts who has no such role but stands in for one who has: that account's id, or null. */
export async function actsFor(sql: Sql, accountId: string, role: Role, at: Date): Promise<string | null> {
  const row = await sql.one<{ id: string }>(
    `SELECT a.id FROM ticket.absence w JOIN ticket.account a ON a.id = w.account_id AND $2 = ANY(a.roles)
     WHERE w.deputy_id = $1 AND w.ended_at IS NULL AND w.from_at <= $3 AND w.until_at > $3
       AND NOT EXISTS (SELECT 1 FROM ticket.account o WHERE o.id = $1 AND $2 = ANY(o.roles))
     ORDER BY w.id LIMIT 1`,
    [accountId, role, at],
  );
  return row?.id ?? null;
}

/** Somebody is still away, and whoever stood in does so no more. */
export async function lapseAbsence(sql: Sql, accountId: string, at: Date): Promise<void> {
  await sql.query(
    `UPDATE ticket.absence SET ended_at = $2, lapsed = true WHERE account_id = $1 AND ended_at IS NULL AND until_at > $2`,
    [accountId, at],
  );
}
