import type { DutyPost } from '#ticket/duty-post';
import type { Role } from '#ticket/role';
import type { Sql } from '#store/sql';

/** Somebody who may be told: active, and with whoever stands in while they are away. */
export interface Person {
  readonly id: string;
  readonly departmentId: string | null;
  readonly roles: readonly Role[];
  /** Null while they are here. */
  readonly deputyId: string | null;
}

/** A turn of the duty roster (值班表) that is in force. */
export interface TurnInForce {
  readonly departmentId: string | null;
  readonly post: DutyPost;
  readonly accountId: string;
  readonly phone: string | null;
}

export interface People {
  readonly persons: readonly Person[];
  readonly turns: readonly TurnInForce[];
}

/** Everybody who may be told at this instant, and who is on duty; whose department others took the place of, where they are now. */
export async function readPeople(sql: Sql, at: Date): Promise<People> {
  const persons = await sql.query<Person & Record<string, unknown>>(
    `SELECT a.id, a.department_id AS "departmentId", a.roles, (
       SELECT w.deputy_id FROM ticket.absence w JOIN ticket.account d ON d.id = w.deputy_id AND d.disabled_at IS NULL
       WHERE w.account_id = a.id AND w.ended_at IS NULL AND w.from_at <= $1 AND w.until_at > $1 ORDER BY w.id LIMIT 1) AS "deputyId"
     FROM ticket.account a WHERE a.disabled_at IS NULL ORDER BY a.id`,
    [at],
  );
  const turns = await sql.query<TurnInForce & Record<string, unknown>>(
    `SELECT CASE WHEN EXISTS (SELECT 1 FROM ticket.heir h WHERE h.kind = 'department' AND h.key = d.department_id::text)
       THEN a.department_id ELSE d.department_id END AS "departmentId", d.post, d.account_id AS "accountId", d.phone
     FROM deadlines.duty_turn d JOIN ticket.account a ON a.id = d.account_id
     WHERE d.ended_at IS NULL AND d.from_at <= $1 AND (d.until_at IS NULL OR d.until_at > $1) ORDER BY d.from_at, d.id`,
    [at],
  );
  return { persons, turns };
}
