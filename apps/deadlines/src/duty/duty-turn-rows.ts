import type { DutyPost } from '#ticket/duty-post';
import type { Role } from '#ticket/role';
import type { Sql } from '#store/sql';

/** A turn of the duty roster (值班表): who is on duty for what, from when until when. */
export interface DutyTurnRow {
  [column: string]: unknown;
  readonly id: string;
  readonly departmentId: string | null;
  readonly post: DutyPost;
  readonly accountId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly startsAt: Date;
  /** Null: until somebody ends it. */
  readonly endsAt: Date | null;
  readonly endedAt: Date | null;
}

export const dutyTurnSelect = `SELECT d.id, d.department_id AS "departmentId", d.post, d.account_id AS "accountId", a.name, d.phone,
  d.from_at AS "startsAt", d.until_at AS "endsAt", d.ended_at AS "endedAt"
FROM deadlines.duty_turn d JOIN ticket.account a ON a.id = d.account_id`;

export async function addDutyTurn(sql: Sql, turn: Omit<DutyTurnRow, 'name' | 'endedAt'>, by: string): Promise<void> {
  const { id, departmentId, post, accountId, phone, startsAt, endsAt } = turn;
  await sql.query(
    `INSERT INTO deadlines.duty_turn (id, department_id, post, account_id, phone, from_at, until_at, by_account)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, departmentId, post, accountId, phone, startsAt, endsAt, by],
  );
}

/** Somebody who may be named: active, with their department. */
export const namedAccount = (sql: Sql, id: string) =>
  sql.one<{ name: string; departmentId: string | null }>(
    `SELECT name, department_id AS "departmentId" FROM ticket.account WHERE id = $1 AND disabled_at IS NULL`,
    [id],
  );

/** Active accounts of a department, or of the hotline itself, by name. */
export const accountsOf = (sql: Sql, departmentId: string | null) =>
  sql.query<{ id: string; name: string; roles: Role[] }>(
    `SELECT id, name, roles FROM ticket.account WHERE department_id IS NOT DISTINCT FROM $1::uuid AND disabled_at IS NULL ORDER BY name, id`,
    [departmentId],
  );
