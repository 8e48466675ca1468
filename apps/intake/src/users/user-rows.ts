import type { Role } from '#ticket/role';
import type { Sql } from '#store/sql';
import { isUuid } from '#store/uuid-v7';

/** An account as its administrator sees it. */
export interface UserRow {
  [column: string]: unknown;
  id: string;
  username: string;
  name: string;
  roles: Role[];
  departmentId: string | null;
  disabledAt: Date | null;
  demo: boolean;
  mustChangePassword: boolean;
  createdAt: Date;
  absence: AbsenceJson | null;
  externalSubject: string | null;
}

/** As `json_build_object` gives it: instants are text. */
interface AbsenceJson {
  deputy: { id: string; name: string };
  from: string;
  until: string;
}

/** What is over at `$1` is no absence any more; one to come is. */
export const userSelect = `
SELECT a.id, a.username, a.name, a.roles, a.department_id AS "departmentId", a.disabled_at AS "disabledAt", a.demo,
  a.must_change_password AS "mustChangePassword", a.created_at AS "createdAt", a.external_subject AS "externalSubject",
  (SELECT json_build_object('deputy', json_build_object('id', d.id, 'name', d.name), 'from', w.from_at, 'until', w.until_at)
   FROM ticket.absence w JOIN ticket.account d ON d.id = w.deputy_id
   WHERE w.account_id = a.id AND w.ended_at IS NULL AND w.until_at > $1 ORDER BY w.from_at LIMIT 1) AS absence
FROM ticket.account a`;

export const userById = async (sql: Sql, id: string, at: Date): Promise<UserRow | undefined> =>
  isUuid(id) ? sql.one<UserRow>(`${userSelect} WHERE a.id = $2`, [at, id]) : undefined;

/** What an administrative event tells of an account: never anything of its password. */
export const toldUser = ({
  username,
  name,
  roles,
  departmentId,
  disabledAt,
  absence,
  externalSubject,
}: UserRow): object => ({
  username,
  name,
  roles,
  departmentId,
  disabledAt: disabledAt?.toISOString() ?? null,
  absence,
  externalSubject,
});
