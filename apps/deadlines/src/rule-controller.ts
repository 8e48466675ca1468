import { Controller } from '@nestjs/common';
import type { CalendarYear } from '#calendar/calendar-year';
import { calendarView } from '#http-api/deadline-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { clockKinds } from '#ticket/clock-kind';
import { Administration } from '#store/administration';
import { NotFound } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { pageOf } from '#platform/cursor';
import { Handles } from '#platform/handles';
import { Refusal, refusalAt } from '#platform/problems';
import { Renders } from '#platform/renders';
import { DeadlineRules } from './deadline-rules';

/** Calendars and limits: data with versions. */
@Controller()
export class RuleController {
  constructor(
    private readonly administration: Administration,
    private readonly rules: DeadlineRules,
    renders: Renders,
  ) {
    renders.add(calendarView, ({ params }) => this.year(Number(params['year'])));
  }

  @Handles('GET /api/calendars/:year')
  async calendar({ params }: RouteInput<'GET /api/calendars/:year'>): Promise<CalendarYear> {
    return this.year(yearOf(params.year));
  }

  /** A new version of a year; open clocks take it up when they are next computed. */
  @Handles('PUT /api/calendars/:year')
  async publish({ params, body }: RouteInput<'PUT /api/calendars/:year'>, caller: Caller): Promise<CalendarYear> {
    const year = yearOf(params.year);
    checkDays(year, body.days);
    const inForce = (await this.rules.years()).find((each) => each.year === year);
    if (inForce?.published && !body.published)
      throw new Refusal('conflict', `${year} 年的工作日历已经公布，可以更正，不能撤回`);
    await this.administration.write(caller, async (sql) => {
      const before = await sql.one(
        `SELECT year, version, source, published, days FROM deadlines.calendar_year WHERE year = $1 ORDER BY version DESC LIMIT 1`,
        [year],
      );
      const after = await sql.one<CalendarYear & Record<string, unknown>>(
        `INSERT INTO deadlines.calendar_year (year, version, source, published, days)
         SELECT $1, coalesce(max(version), 0) + 1, $2, $3, $4 FROM deadlines.calendar_year WHERE year = $1
         RETURNING year, version, source, published, days`,
        [year, body.source, body.published, JSON.stringify(body.days)],
      );
      const changed = { before: before ?? null, after: after ?? null };
      return { subject: 'calendar', subjectId: params.year, action: before ? 'edit' : 'create', ...changed };
    });
    this.rules.forget();
    return this.year(year);
  }

  @Handles('GET /api/time-limits')
  async limits({ query }: RouteInput<'GET /api/time-limits'>): Promise<RouteAnswer<'GET /api/time-limits'>> {
    const { items, nextCursor } = pageOf(await this.rules.limits(), ({ id }) => id, query);
    return { items: items.map((limit) => ({ ...limit, label: clockKinds[limit.clock].label })), nextCursor };
  }

  private async year(year: number): Promise<CalendarYear> {
    const found = (await this.rules.years()).find((each) => each.year === year);
    if (!found) throw new NotFound('calendar');
    return found;
  }
}

/** What a calendar could not be computed with is refused here, before every clock would fail on it. */
function checkDays(year: number, days: CalendarYear['days']): void {
  const dates = days.map(({ date }) => date);
  for (const [index, date] of dates.entries()) {
    const fault = !date.startsWith(`${year}-`) ? `不属于 ${year} 年` : dates.indexOf(date) < index ? '重复' : null;
    if (!fault) continue;
    throw refusalAt(`days.${index}.date`, `日期 ${date} ${fault}`, fault);
  }
}

function yearOf(text: string): number {
  if (!/^20\d\d$/.test(text)) throw refusalAt('year', '年份须为 2000 到 2099');
  return Number(text);
}
