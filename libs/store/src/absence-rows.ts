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

/** Somebody is still away, and whoever stood in does so no more. */
export async function lapseAbsence(sql: Sql, accountId: string, at: Date): Promise<void> {
  await sql.query(
    `UPDATE ticket.absence SET ended_at = $2, lapsed = true WHERE account_id = $1 AND ended_at IS NULL AND until_at > $2`,
    [accountId, at],
  );
}
