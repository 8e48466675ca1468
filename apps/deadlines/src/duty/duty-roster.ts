import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { dutyPosts } from '#ticket/duty-post';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { idOrNothing, isUuid, uuidV7 } from '#store/uuid-v7';
import { seesAll, type Caller } from '#platform/caller';
import { cut, pageOf, readCursor } from '#platform/cursor';
import { Refusal, refusalAt } from '#platform/problems';
import { accountsOf, addDutyTurn, dutyTurnSelect, namedAccount, type DutyTurnRow } from './duty-turn-rows';

type View = RouteAnswer<'POST /api/duty-turns'>;
type Given = RouteInput<'POST /api/duty-turns'>['body'];

/** 值班表: whom a rung reaches. A department's head keeps the own department's, the hotline its own. */
@Injectable()
export class DutyRoster {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly clock: Clock,
  ) {}

  /** Turns that are in force or to come, the newest first: all of them, or those of the own department and below. */
  async list(
    { limit, cursor }: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/duty-turns'>> {
    const [before = null] = readCursor(cursor, 'id') ?? [];
    const departmentIds = seesAll(caller) ? null : caller.departmentIds;
    const rows = await this.database.lists.query<DutyTurnRow>(
      `${dutyTurnSelect} WHERE d.ended_at IS NULL AND (d.until_at IS NULL OR d.until_at > $1) AND ($2::uuid IS NULL OR d.id < $2)
         AND ($3::uuid[] IS NULL OR d.department_id = ANY($3)) ORDER BY d.id DESC LIMIT $4`,
      [this.clock.now(), before, departmentIds, limit + 1],
    );
    const { shown, nextCursor } = cut(rows, limit, ({ id }) => [id]);
    return { items: shown.map(viewOf), nextCursor };
  }

  /** Active accounts of a department whose roster the caller keeps, or of the hotline itself. */
  async people(
    query: RouteInput<'GET /api/duty-people'>['query'],
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/duty-people'>> {
    const departmentId = query.departmentId === undefined ? null : idOrNothing(query.departmentId);
    if (!keeps(caller, departmentId)) return { items: [], nextCursor: null };
    return pageOf(await accountsOf(this.database.sql, departmentId), ({ id }) => id, query);
  }

  /** @throws Refusal for somebody of another department, a post that is not this department's, or an end before its beginning */
  async add(given: Given, caller: Caller): Promise<View> {
    const id = uuidV7(this.clock.now());
    await this.administration.write(
      caller,
      async (sql) => {
        const { name } = await this.check(sql, given, caller);
        const startsAt = new Date(given.startsAt);
        const endsAt = given.endsAt === null ? null : new Date(given.endsAt);
        const turn = { id, ...given, phone: given.phone ?? null, startsAt, endsAt };
        await addDutyTurn(sql, turn, caller.id);
        return { ...subject(id), action: 'create', before: null, after: told({ ...turn, name, endedAt: null }) };
      },
      id,
    );
    return this.one(id);
  }

  /** Ends a turn now; one that is over already stays as it was. @throws NotFound */
  async end(id: string, caller: Caller): Promise<void> {
    await this.administration.write(caller, async (sql, at) => {
      const before = await read(sql, id);
      if (!keeps(caller, before.departmentId)) throw new NotFound('duty turn');
      if (before.endedAt) return [];
      await sql.query(`UPDATE deadlines.duty_turn SET ended_at = $2 WHERE id = $1`, [id, at]);
      return { ...subject(id), action: 'end', before: told(before), after: told({ ...before, endedAt: at }) };
    });
  }

  async one(id: string): Promise<View> {
    return viewOf(await read(this.database.sql, id));
  }

  private async check(
    sql: Sql,
    { departmentId, post, accountId, startsAt, endsAt }: Given,
    caller: Caller,
  ): Promise<{ name: string }> {
    if (!keeps(caller, departmentId)) throw new Refusal('forbidden', '只能安排本单位的值班');
    if ((dutyPosts[post].of === 'hotline') !== (departmentId === null))
      throw refusalAt('post', departmentId === null ? '请选择单位' : '值班长由热线安排，不属于承办单位');
    if (endsAt !== null && new Date(endsAt) <= new Date(startsAt)) throw refusalAt('endsAt', '结束时间须晚于开始时间');
    const account = isUuid(accountId) ? await namedAccount(sql, accountId) : undefined;
    if (!account || account.departmentId !== departmentId) throw refusalAt('accountId', '值班人须是该单位的在用账号');
    return account;
  }
}

/** Whose roster somebody keeps: a head the own department's and those below, an administrator and the hotline all. */
const keeps = (caller: Caller, departmentId: string | null): boolean =>
  seesAll(caller) || (departmentId !== null && caller.departmentIds.includes(departmentId));

async function read(sql: Sql, id: string): Promise<DutyTurnRow> {
  const row = isUuid(id) ? await sql.one<DutyTurnRow>(`${dutyTurnSelect} WHERE d.id = $1`, [id]) : undefined;
  if (!row) throw new NotFound('duty turn');
  return row;
}

const subject = (id: string) => ({ subject: 'duty-turn', subjectId: id }) as const;

/** Numbers stay out of what is told for good. */
const told = ({
  departmentId,
  post,
  name,
  phone,
  startsAt,
  endsAt,
  endedAt,
}: Omit<DutyTurnRow, 'id' | 'accountId'>) => ({
  ...{ departmentId, post, name, hasPhone: phone !== null, startsAt, endsAt, endedAt },
});

const viewOf = ({ id, departmentId, post, accountId, name, phone, startsAt, endsAt, endedAt }: DutyTurnRow): View => ({
  ...{ id, departmentId, post, account: { id: accountId, name }, phone },
  startsAt: startsAt.toISOString(),
  endsAt: endsAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
});
