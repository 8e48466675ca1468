import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { addAbsence, endAbsence } from '#store/absence-rows';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { isUuid, uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { refusalAt } from '#platform/problems';
import { userById, type UserRow } from './user-rows';
import { UserStore } from './user-store';

type Absence = RouteInput<'PUT /api/users/:id/absence'>['body'];

/** An absence that is longer is a case for the administrator: another person takes the post. */
const longestDays = 92;

/** While somebody is away a colleague of the same department does their work, under their own name. */
@Injectable()
export class Absences {
  constructor(
    private readonly users: UserStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(accountId: string): Promise<RouteAnswer<'GET /api/session/absence'>> {
    const row = await userById(this.database.sql, accountId, this.clock.now());
    const { absence = null } = row ?? {};
    const iso = (text: string): string => new Date(text).toISOString();
    return { absence: absence && { ...absence, from: iso(absence.from), until: iso(absence.until) } };
  }

  /** Replaces the one that was set before. @throws Refusal, NotFound */
  async set(accountId: string, absence: Absence, caller: Caller): Promise<void> {
    await this.users.change(accountId, 'set-absence', caller, async (sql, account, at) => {
      await check(sql, account, absence, at);
      await endAbsence(sql, accountId, at);
      const { deputyId, from, until } = absence;
      await addAbsence(sql, { id: uuidV7(at), accountId, deputyId, from: new Date(from), until: new Date(until) });
    });
  }

  async end(accountId: string, caller: Caller): Promise<void> {
    await this.users.change(accountId, 'end-absence', caller, (sql, _account, at) => endAbsence(sql, accountId, at));
  }
}

/** Nobody lends more than the own place: a deputy elsewhere would see tickets of two departments. */
async function check(sql: Sql, account: UserRow, { deputyId, from, until }: Absence, at: Date): Promise<void> {
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000;
  if (days <= 0 || new Date(until) <= at) throw refusalAt('until', '结束时间须晚于开始时间和现在');
  if (days > longestDays) throw refusalAt('until', `代理最长${longestDays}天`);
  const deputy = isUuid(deputyId) ? await userById(sql, deputyId, at) : undefined;
  if (!deputy || deputy.disabledAt) throw refusalAt('deputyId', '没有这个用户，或已停用');
  if (deputy.id === account.id) throw refusalAt('deputyId', '不能由本人代理');
  if (deputy.departmentId !== account.departmentId) throw refusalAt('deputyId', '代理人须是同一单位的人员');
  if (deputy.absence && overlaps(deputy.absence, { from, until }))
    throw refusalAt('deputyId', `${deputy.name}此间也不在岗，请另选代理人`);
}

const overlaps = (one: { from: string; until: string }, other: { from: string; until: string }): boolean =>
  Date.parse(one.from) < Date.parse(other.until) && Date.parse(other.from) < Date.parse(one.until);
