import { Injectable } from '@nestjs/common';
import type { CalendarYear } from '#calendar/calendar-year';
import type { RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';
import { DeadlineRules } from './deadline-rules';
import { orderRecomputation } from './recomputations';
import { touchedByYear } from './rule-change';

type NewYear = RouteInput<'PUT /api/calendars/:year'>['body'];

/** The versions of the calendar's years: none is ever changed, only followed by another. */
@Injectable()
export class CalendarStore {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly rules: DeadlineRules,
  ) {}

  /** The newest version. @throws NotFound */
  async inForce(year: number): Promise<CalendarYear> {
    const found = (await this.rules.years()).find((each) => each.year === year);
    if (!found) throw new NotFound('calendar');
    return found;
  }

  /** Newest first. */
  versions(year: number, before: string | null, limit: number): Promise<(CalendarYear & { at: Date })[]> {
    return this.database.sql.query<CalendarYear & { at: Date } & Record<string, unknown>>(
      `SELECT year, version, source, published, days, created_at AS at FROM deadlines.calendar_year
       WHERE year = $1 AND ($2::int IS NULL OR version < $2) ORDER BY version DESC LIMIT $3`,
      [year, before, limit],
    );
  }

  /** The version that this would become, and the one in force. @throws Refusal for a year that is taken back */
  async drafted(year: number, body: NewYear, sql?: Sql): Promise<{ before: CalendarYear | null; after: CalendarYear }> {
    const before = (await this.rules.years(sql)).find((each) => each.year === year) ?? null;
    if (before?.published && !body.published)
      throw new Refusal('conflict', `${year} 年的工作日历已经公布，可以更正，不能撤回`);
    return { before, after: { year, version: (before?.version ?? 0) + 1, ...body } };
  }

  /** @throws Refusal for a year that is taken back, KeyTaken for a key that has been used */
  async publish(year: number, body: NewYear, caller: Caller): Promise<void> {
    await this.administration.write(caller, async (sql, at) => {
      const { before, after } = await this.drafted(year, body, sql);
      await sql.query(
        `INSERT INTO deadlines.calendar_year (year, version, source, published, days) VALUES ($1, $2, $3, $4, $5)`,
        [year, after.version, after.source, after.published, JSON.stringify(after.days)],
      );
      const named = { subject: 'calendar', subjectId: String(year) } as const;
      await orderRecomputation(sql, named, touchedByYear(before, after), { at, by: caller.id });
      return { ...named, action: before ? 'edit' : 'create', before, after };
    });
    this.rules.forget();
  }
}
