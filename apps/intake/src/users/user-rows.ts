import type { Role } from '#ticket/role';
import type { AdminAction } from '#ticket/admin-event';
import type { AdminChange } from '#store/admin-chain';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
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
  lapsed: boolean;
}

/** What is over at `$1` is no absence any more; one to come is, and one whose deputy has left. */
export const userSelect = `
SELECT a.id, a.username, a.name, a.roles, a.department_id AS "departmentId", a.disabled_at AS "disabledAt", a.demo,
  a.must_change_password AS "mustChangePassword", a.created_at AS "createdAt", a.external_subject AS "externalSubject",
  (SELECT json_build_object('deputy', json_build_object('id', d.id, 'name', d.name), 'from', w.from_at, 'until', w.until_at, 'lapsed', w.lapsed)
   FROM ticket.absence w JOIN ticket.account d ON d.id = w.deputy_id
   WHERE w.account_id = a.id AND (w.ended_at IS NULL OR w.lapsed) AND w.until_at > $1 ORDER BY w.from_at LIMIT 1) AS absence
FROM ticket.account a`;

export const userById = async (sql: Sql, id: string, at: Date): Promise<UserRow | undefined> =>
  isUuid(id) ? sql.one<UserRow>(`${userSelect} WHERE a.id = $2`, [at, id]) : undefined;

/** What an administrative event tells of an account: never anything of its password. */
const toldUser = ({ username, name, roles, departmentId, disabledAt, absence, externalSubject }: UserRow): object => ({
  username,
  name,
  roles,
  departmentId,
  disabledAt: disabledAt?.toISOString() ?? null,
  absence,
  externalSubject,
});

/** A change to an account as an administrative event tells it. */
export const userChange = (action: AdminAction, before: UserRow | null, after: UserRow): AdminChange => ({
  subject: 'account',
  subjectId: after.id,
  action,
  before: before && toldUser(before),
  after: toldUser(after),
});

/** @throws NotFound */
export async function foundUser(sql: Sql, id: string, at: Date): Promise<UserRow> {
  const row = await userById(sql, id, at);
  if (!row) throw new NotFound('user');
  return row;
}
