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

/** Whatever absence somebody has, now or to come, is over. */
export async function endAbsence(sql: Sql, accountId: string, at: Date): Promise<void> {
  await sql.query(`UPDATE ticket.absence SET ended_at = $2 WHERE account_id = $1 AND ended_at IS NULL`, [
    accountId,
    at,
  ]);
}
