import { Injectable } from '@nestjs/common';
import { roles, type Role } from '#ticket/role';
import type { AdminAction } from '#ticket/admin-event';
import type { RouteInput } from '#http-api/routes';
import { addAccounts, changeAccount } from '#store/account-rows';
import { Administration } from '#store/administration';
import type { AdminChange } from '#store/admin-chain';
import { Clock } from '#store/clock-now';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import type { Writer } from '#store/writer';
import type { Caller } from '#platform/caller';
import { checkDepartment } from '#platform/check-department';
import { Directory } from '#platform/directory';
import { firstPassword, hashFirstPassword } from '#platform/passwords';
import { Refusal, conflictAt, refusalAt } from '#platform/problems';
import { endSessions } from '#platform/session-rows';
import { Sessions } from '#platform/sessions';
import { linkAccount } from '../session/link-account';
import { hasLeft, lapseDeputies } from './lapsed-deputies';
import { foundUser, userChange, type UserRow } from './user-rows';

export type NewUser = RouteInput<'POST /api/users'>['body'];
type UserEdit = RouteInput<'PATCH /api/users/:id'>['body'];

/** Writes accounts. Whoever's roles, password or place changed is signed out in the same transaction, or read again at once. */
@Injectable()
export class UserStore {
  constructor(
    private readonly administration: Administration,
    private readonly directory: Directory,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** Answers the first password, which is kept nowhere. @throws Refusal */
  async add(user: NewUser, caller: Caller): Promise<{ id: string; password: string }> {
    this.check(user.roles, user.departmentId ?? null);
    const [id, password] = [uuidV7(this.clock.now()), firstPassword()];
    const passwordHash = await hashFirstPassword(password);
    await this.administration.write(caller, (sql, at) => addUser(sql, at, { id, passwordHash, user }), id);
    return { id, password };
  }

  async edit(id: string, edit: UserEdit, caller: Caller): Promise<void> {
    await this.change(id, 'edit', caller, async (sql, before) => {
      const { name = before.name, roles: held = before.roles } = edit;
      const departmentId = edit.departmentId === undefined ? before.departmentId : edit.departmentId;
      this.check(held, departmentId);
      await changeAccount(sql, id, { name, roles: held, departmentId });
      const { externalSubject = before.externalSubject } = edit;
      await linkAccount(sql, before, externalSubject);
    });
  }

  async resetPassword(id: string, caller: Caller): Promise<string> {
    const password = firstPassword();
    const passwordHash = await hashFirstPassword(password);
    await this.change(id, 'reset-password', caller, async (sql) => {
      await changeAccount(sql, id, { passwordHash, mustChangePassword: true });
      await endSessions(sql, id);
    });
    return password;
  }

  /** An account that was used stays for good: history names it. */
  async disable(id: string, reason: string, caller: Caller): Promise<void> {
    if (id === caller.id) throw new Refusal('conflict', '不能停用自己的账号');
    const work = async (sql: Sql, { disabledAt }: UserRow, at: Date) => {
      await changeAccount(sql, id, { disabledAt: disabledAt ?? at });
      await endSessions(sql, id);
    };
    await this.change(id, 'disable', caller, work, { reason });
  }

  async enable(id: string, caller: Caller): Promise<void> {
    await this.change(id, 'enable', caller, (sql) => changeAccount(sql, id, { disabledAt: null }));
  }

  async endSessions(id: string, caller: Caller): Promise<void> {
    await this.change(id, 'end-sessions', caller, (sql) => endSessions(sql, id));
  }

  /** A change to one account, told with what it was before and after, and with what else is `said`. @throws NotFound */
  async change(
    id: string,
    action: AdminAction,
    writer: Pick<Writer, 'id' | 'key'>,
    work: (sql: Sql, before: UserRow, at: Date) => Promise<void>,
    said: object = {},
  ): Promise<void> {
    await this.administration.write(
      writer,
      async (sql, at) => {
        const before = await foundUser(sql, id, at);
        await work(sql, before, at);
        await keepAnAdministrator(sql);
        const after = await foundUser(sql, id, at);
        const change = userChange(action, before, after);
        const lapsed = hasLeft(before, after) ? await lapseDeputies(sql, after, at) : [];
        return [{ ...change, after: { ...change.after, ...said } }, ...lapsed];
      },
      id,
    );
    // Whose roles are lent to whom may be another by now.
    this.sessions.forgetAll();
  }

  /** A department's people see its tickets only: a role of the hotline beside it would show them all. @throws Refusal */
  private check(held: readonly Role[], departmentId: string | null): void {
    const scopes = new Set(held.map((role) => roles[role].scope));
    if (scopes.size > 1) throw refusalAt('roles', '单位岗位与热线岗位不能由同一人兼任');
    if (scopes.has('department') && departmentId === null) throw refusalAt('departmentId', '单位岗位须选择所属单位');
    if (scopes.has('all') && departmentId !== null) throw refusalAt('departmentId', '热线岗位不属于承办单位');
    if (departmentId !== null) checkDepartment(this.directory, departmentId, 'departmentId');
  }
}

async function addUser(
  sql: Sql,
  at: Date,
  { id, passwordHash, user }: { id: string; passwordHash: string; user: NewUser },
): Promise<AdminChange> {
  const { username, name, roles: held, departmentId = null } = user;
  if (await sql.one(`SELECT 1 FROM ticket.account WHERE username = $1`, [username])) throw taken(username);
  const account = { id, username, name, passwordHash, roles: held, departmentId };
  await addAccounts(sql, [{ ...account, demo: false, mustChangePassword: true }]);
  return userChange('create', null, await foundUser(sql, id, at));
}

/** Nobody else could let anybody in again. @throws Refusal */
async function keepAnAdministrator(sql: Sql): Promise<void> {
  const kept = await sql.one(`SELECT 1 FROM ticket.account WHERE 'admin' = ANY(roles) AND disabled_at IS NULL LIMIT 1`);
  if (!kept) throw new Refusal('conflict', '至少须保留一名可以登录的系统管理员');
}

const taken = (username: string) => conflictAt('username', `用户名“${username}”已被使用`);
