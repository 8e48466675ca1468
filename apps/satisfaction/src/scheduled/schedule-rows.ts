import type { RouteAnswer } from '#http-api/routes';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';

export type ScheduleView = RouteAnswer<'PATCH /api/report-schedules/:id'>;

/** What is made when, for whom. */
export type Schedule = Omit<ScheduleView, 'nextDueAt'> & { readonly nextDueAt: Date };
type ScheduleRow = Schedule & Record<string, unknown>;

const select = `SELECT id, name, report, by, period, compare, format, cadence, day, at, recipients, active,
  next_due_at AS "nextDueAt" FROM satisfaction.report_schedule`;

export const scheduleView = ({ nextDueAt, ...schedule }: Schedule): ScheduleView => ({
  ...schedule,
  nextDueAt: nextDueAt.toISOString(),
});

export const schedulesBefore = (sql: Sql, id: string | null, limit: number): Promise<Schedule[]> =>
  sql.query<ScheduleRow>(`${select} WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`, [id, limit]);

/** @throws NotFound */
export async function oneSchedule(sql: Sql, id: string): Promise<Schedule> {
  const row = isUuid(id) ? await sql.one<ScheduleRow>(`${select} WHERE id = $1`, [id]) : undefined;
  if (!row) throw new NotFound('report schedule');
  return row;
}

/** Writes it as it is to be from here on. */
export async function putSchedule(sql: Sql, schedule: Schedule): Promise<void> {
  const { id, name, report, by, period, compare, format, cadence, day, at, recipients, active, nextDueAt } = schedule;
  await sql.query(
    `INSERT INTO satisfaction.report_schedule
       (id, name, report, by, period, compare, format, cadence, day, at, recipients, active, next_due_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (id) DO UPDATE SET name = $2, report = $3, by = $4, period = $5, compare = $6, format = $7,
       cadence = $8, day = $9, at = $10, recipients = $11, active = $12, next_due_at = $13`,
    [id, name, report, by, period, compare, format, cadence, day, at, recipients, active, nextDueAt],
  );
}

/** Those whose time has come, what waits longest first. */
export const dueSchedules = async (sql: Sql, at: Date): Promise<string[]> => {
  const rows = await sql.query<{ id: string }>(
    `SELECT id FROM satisfaction.report_schedule WHERE active AND next_due_at <= $1 ORDER BY next_due_at LIMIT 100`,
    [at],
  );
  return rows.map(({ id }) => id);
};

/** Held to the end of the transaction, unless its time has not come or another process is at it. */
export const takeSchedule = (sql: Sql, id: string, at: Date): Promise<Schedule | undefined> =>
  sql.one<ScheduleRow>(`${select} WHERE id = $1 AND active AND next_due_at <= $2 FOR UPDATE SKIP LOCKED`, [id, at]);

export async function nextDueIs(sql: Sql, id: string, at: Date): Promise<void> {
  await sql.query(`UPDATE satisfaction.report_schedule SET next_due_at = $2 WHERE id = $1`, [id, at]);
}
