import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { reportCadences } from '#http-api/report-schedule-shapes';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { isUniqueViolation } from '#store/store-errors';
import { uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { conflictAt, refusalAt } from '#platform/problems';
import { Reports } from '../reports';
import { nextDue } from './next-due';
import {
  oneSchedule,
  putSchedule,
  scheduleView,
  schedulesBefore,
  type Schedule,
  type ScheduleView,
} from './schedule-rows';

/** Keeps which reports are made by themselves. */
@Injectable()
export class ReportSchedules {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly clock: Clock,
    private readonly reports: Reports,
  ) {}

  async list({
    limit,
    cursor,
  }: RouteInput<'GET /api/report-schedules'>['query']): Promise<RouteAnswer<'GET /api/report-schedules'>> {
    const [before = null] = readCursor(cursor, 'id') ?? [];
    const rows = await schedulesBefore(this.database.lists, before, limit + 1);
    const { shown, nextCursor } = cut(rows, limit, ({ id }) => [id]);
    return { items: shown.map(scheduleView), nextCursor };
  }

  /** @throws NotFound */
  async one(id: string): Promise<ScheduleView> {
    return scheduleView(await oneSchedule(this.database.sql, id));
  }

  /** @throws Refusal */
  async add(given: RouteInput<'POST /api/report-schedules'>['body'], caller: Caller): Promise<string> {
    const now = this.clock.now();
    const after = { ...given, id: uuidV7(now), active: true, nextDueAt: nextDue(this.checked(given), now) };
    await this.write(caller, after.id, () => Promise.resolve({ before: null, after }));
    return after.id;
  }

  /** What it is due at counts from now on: it makes up for nothing of the time when it was otherwise. @throws Refusal, NotFound */
  async edit(id: string, edit: RouteInput<'PATCH /api/report-schedules/:id'>['body'], caller: Caller): Promise<void> {
    await this.write(caller, id, async (sql) => {
      const before = await oneSchedule(sql, id);
      const after = this.checked({ ...before, ...edit });
      return { before, after: { ...after, nextDueAt: nextDue(after, this.clock.now()) } };
    });
  }

  private async write(caller: Caller, id: string, work: (sql: Sql) => Promise<Change>): Promise<void> {
    const change = async (sql: Sql) => {
      const { before, after } = await work(sql);
      await putSchedule(sql, after);
      const action = before ? ('edit' as const) : ('create' as const);
      const subject = 'report-schedule' as const;
      return { subject, subjectId: id, action, before: before && toldSchedule(before), after: toldSchedule(after) };
    };
    await this.administration.write(caller, change, id).catch(nameTaken);
  }

  private checked<Given extends Omit<Schedule, 'id' | 'active' | 'nextDueAt'>>(given: Given): Given {
    const { dimensions } = this.reports.told(given.report);
    if (!dimensions.includes(given.by)) throw refusalAt('by', '这张报表不能按此统计');
    const { days } = reportCadences[given.cadence];
    const isFitting = days === 0 ? given.day === null : given.day !== null && given.day <= days;
    if (!isFitting) throw refusalAt('day', days === 0 ? '每日的报表不选日期' : `须为1到${days}`);
    return given;
  }
}

interface Change {
  readonly before: Schedule | null;
  readonly after: Schedule;
}

/** When it is due next follows from the rest. */
const toldSchedule = ({ id: _, nextDueAt: __, ...told }: Schedule): object => told;

function nameTaken(error: unknown): never {
  if (isUniqueViolation(error)) throw conflictAt('name', '已有同名的定期报表');
  throw error;
}
