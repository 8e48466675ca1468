import type { Role } from '#ticket/role';
import type { Sql } from './sql';

export interface NewAccount {
  id: string;
  username: string;
  name: string;
  passwordHash: string;
  /** Told by somebody else: the next sign-in asks for another one. */
  mustChangePassword?: boolean;
  roles: readonly Role[];
  departmentId: string | null;
  demo: boolean;
}

/** Adds accounts; a name that exists already keeps its account, but a demo account takes the new password. */
export async function addAccounts(sql: Sql, accounts: readonly NewAccount[]): Promise<void> {
  const rows = accounts.map(({ passwordHash, departmentId, mustChangePassword = false, ...rest }) => ({
    ...rest,
    password_hash: passwordHash,
    department_id: departmentId,
    must_change_password: mustChangePassword,
  }));
  await sql.query(
    `INSERT INTO ticket.account (id, username, name, password_hash, roles, department_id, demo, must_change_password)
     SELECT id, username, name, password_hash, roles, department_id, demo, must_change_password FROM jsonb_populate_recordset(null::ticket.account, $1)
     ON CONFLICT (username) DO UPDATE SET password_hash = EXCLUDED.password_hash WHERE ticket.account.demo AND EXCLUDED.demo`,
    [JSON.stringify(rows)],
  );
}

/** What may change of an account. */
interface AccountChange {
  name?: string;
  roles?: readonly Role[];
  departmentId?: string | null;
  /** Null when nobody signs in by a password. */
  passwordHash?: string | null;
  mustChangePassword?: boolean;
  disabledAt?: Date | null;
  externalSubject?: string | null;
}

const columns = {
  name: 'name',
  roles: 'roles',
  departmentId: 'department_id',
  passwordHash: 'password_hash',
  mustChangePassword: 'must_change_password',
  disabledAt: 'disabled_at',
  externalSubject: 'external_subject',
} as const satisfies Record<keyof AccountChange, string>;

/** Changes the fields that are given. */
export async function changeAccount(sql: Sql, id: string, change: AccountChange): Promise<void> {
  const given = (Object.keys(columns) as (keyof AccountChange)[]).filter((field) => change[field] !== undefined);
  const set = given.map((field, index) => `${columns[field]} = $${index + 2}`).join(', ');
  if (given.length === 0) return;
  await sql.query(`UPDATE ticket.account SET ${set} WHERE id = $1`, [id, ...given.map((field) => change[field])]);
}

/** Everybody of these departments belongs to another one from now on, in the order of their ids; `was` is where they were. */
export const moveAccounts = (sql: Sql, from: readonly string[], to: string) =>
  sql.query<{ id: string; username: string; name: string; was: string }>(
    `WITH held AS (SELECT id, department_id AS was FROM ticket.account WHERE department_id = ANY($1::uuid[]) FOR UPDATE),
       moved AS (UPDATE ticket.account a SET department_id = $2 FROM held WHERE a.id = held.id
         RETURNING a.id, a.username, a.name, held.was)
     SELECT id, username, name, was FROM moved ORDER BY id`,
    [from, to],
  );

/** Somebody sits down there; whoever sat there before does not any more. */
export async function setExtension(sql: Sql, accountId: string, extension: string | null): Promise<void> {
  await sql.query(`UPDATE ticket.account SET extension = NULL WHERE extension = $2 AND id <> $1`, [
    accountId,
    extension,
  ]);
  await sql.query(`UPDATE ticket.account SET extension = $2 WHERE id = $1`, [accountId, extension]);
}

/** The names that the login page may offer on a demonstration system. */
export async function demoUsernames(sql: Sql): Promise<string[]> {
  const rows = await sql.query<{ username: string }>(
    `SELECT username FROM ticket.account WHERE demo AND disabled_at IS NULL ORDER BY cardinality(roles) > 1, username LIKE 'handler-%', username LIMIT 200`,
    [],
  );
  return rows.map(({ username }) => username);
}

/** The hash that most demo accounts have; null when there are none. */
export async function demoPasswordHash(sql: Sql): Promise<string | null> {
  const row = await sql.one<{ hash: string }>(
    `SELECT password_hash AS hash FROM ticket.account WHERE demo AND password_hash IS NOT NULL
     GROUP BY password_hash ORDER BY count(*) DESC LIMIT 1`,
    [],
  );
  return row?.hash ?? null;
}

export async function accountCount(sql: Sql): Promise<number> {
  const row = await sql.one<{ count: string }>(`SELECT count(*) AS count FROM ticket.account`, []);
  return Number(row?.count ?? 0);
}

/** Whether anybody but the demo accounts may sign in. */
export async function hasPeople(sql: Sql): Promise<boolean> {
  const row = await sql.one<{ found: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM ticket.account WHERE NOT demo) AS found`,
    [],
  );
  return row?.found ?? false;
}
