import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { AdminAction } from '#ticket/admin-event';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { isUniqueViolation } from '#store/store-errors';
import { uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { pageOf } from '#platform/cursor';
import { conflictAt, Refusal } from '#platform/problems';
import { endShift, shiftById, shiftsInForce, writeShift } from './shift-rows';
import type { Shift } from './shift-times';

export type ShiftView = RouteAnswer<'POST /api/shifts'>;
type Body = RouteInput<'POST /api/shifts'>['body'];

/** 班次: rows that an administrator keeps; hand-overs keep the times they were made with. */
@Injectable()
export class Shifts {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly clock: Clock,
  ) {}

  async list(query: RouteInput<'GET /api/shifts'>['query']): Promise<RouteAnswer<'GET /api/shifts'>> {
    const { items, nextCursor } = pageOf(await shiftsInForce(this.database.sql), ({ id }) => id, query);
    return { items: items.map(viewOf), nextCursor };
  }

  /** @throws NotFound */
  async one(id: string): Promise<ShiftView> {
    return viewOf(await shiftById(this.database.sql, id));
  }

  async add(body: Body, caller: Caller): Promise<string> {
    const id = uuidV7(this.clock.now());
    await this.write(id, 'create', caller, (sql) => writeShift(sql, { ...body, id }));
    return id;
  }

  edit(id: string, body: Body, caller: Caller): Promise<void> {
    return this.write(id, 'edit', caller, (sql) => writeShift(sql, { ...body, id }));
  }

  end(id: string, caller: Caller): Promise<void> {
    return this.write(id, 'end', caller, (sql, at) => endShift(sql, id, at));
  }

  /** @throws Refusal for a name that is taken, or a shift that is worked no more */
  private async write(
    id: string,
    action: AdminAction,
    caller: Caller,
    work: (sql: Sql, at: Date) => Promise<unknown>,
  ): Promise<void> {
    const change = async (sql: Sql, at: Date) => {
      const before = action === 'create' ? null : await shiftById(sql, id);
      if (before?.endedAt) throw new Refusal('conflict', '该班次已停用');
      await work(sql, at);
      const after = viewOf(await shiftById(sql, id));
      return { subject: 'shift', subjectId: id, action, before: before && viewOf(before), after } as const;
    };
    await this.administration.write(caller, change, id).catch((error: unknown) => {
      throw isUniqueViolation(error) ? conflictAt('name', '已有同名班次') : error;
    });
  }
}

const viewOf = ({ id, name, starts, ends, endedAt }: Shift): ShiftView => ({
  id,
  name,
  starts,
  ends,
  state: endedAt ? 'ended' : 'in-force',
});
