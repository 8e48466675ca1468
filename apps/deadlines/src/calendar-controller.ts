import { Controller } from '@nestjs/common';
import type { CalendarYear } from '#calendar/calendar-year';
import { stateCouncilYears } from '#calendar/state-council-years';
import { calendarChange } from '#http-api/deadline-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { cut, pageOf, readCursor } from '#platform/cursor';
import { Handles } from '#platform/handles';
import { Refusal, refusalAt } from '#platform/problems';
import { Renders } from '#platform/renders';
import { CalendarStore } from './calendar-store';
import { CalendarWatch } from './calendar-watch';
import { DeadlineRules, dueTimesOf } from './deadline-rules';
import { MovePreview } from './move-preview';
import { touchedByYear } from './rule-change';

/** The working calendar, a year at a time: data with versions. */
@Controller()
export class CalendarController {
  constructor(
    private readonly calendars: CalendarStore,
    private readonly rules: DeadlineRules,
    private readonly watch: CalendarWatch,
    private readonly preview: MovePreview,
    renders: Renders,
  ) {
    renders.add(calendarChange, async ({ params }) => ({
      ...(await this.calendars.inForce(Number(params['year']))),
      moves: null,
    }));
  }

  @Handles('GET /api/calendars')
  async list({ query }: RouteInput<'GET /api/calendars'>): Promise<RouteAnswer<'GET /api/calendars'>> {
    const missing = await this.watch.missing();
    const years = (await this.rules.years()).toReversed().map(({ days, ...year }) => {
      const daysMadeUp = days.filter(({ working }) => working).length;
      return { ...year, isMissing: missing.includes(year.year), daysOff: days.length - daysMadeUp, daysMadeUp };
    });
    return pageOf(years, ({ year }) => String(year), query);
  }

  @Handles('GET /api/calendars/:year/versions')
  async versions({
    params,
    query,
  }: RouteInput<'GET /api/calendars/:year/versions'>): Promise<RouteAnswer<'GET /api/calendars/:year/versions'>> {
    const [before = null] = readCursor(query.cursor, 'number') ?? [];
    const rows = await this.calendars.versions(yearOf(params.year), before, query.limit + 1);
    const { shown, nextCursor } = cut(rows, query.limit, ({ version }) => [String(version)]);
    return { items: shown.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })), nextCursor };
  }

  /** Nothing is published by itself once the system runs: a person looks at it first. */
  @Handles('GET /api/calendars/:year/notice')
  async notice({ params }: RouteInput<'GET /api/calendars/:year/notice'>): Promise<CalendarYear> {
    const year = yearOf(params.year);
    const [known] = stateCouncilYears(year, year);
    if (!known?.published)
      throw new Refusal('not-found', `系统尚未收录 ${year} 年的放假通知，请按通知逐日标记或导入文件`);
    return Promise.resolve(known);
  }

  @Handles('GET /api/calendars/:year')
  async calendar({ params }: RouteInput<'GET /api/calendars/:year'>): Promise<CalendarYear> {
    return this.calendars.inForce(yearOf(params.year));
  }

  /** A new version of a year, which open clocks follow; or only what it would move. */
  @Handles('PUT /api/calendars/:year')
  async publish(
    { params, query, body }: RouteInput<'PUT /api/calendars/:year'>,
    caller: Caller,
  ): Promise<RouteAnswer<'PUT /api/calendars/:year'>> {
    const year = yearOf(params.year);
    checkDays(year, body.days);
    if (query.preview) return this.previewed(year, body);
    await this.calendars.publish(year, body, caller);
    return { ...(await this.calendars.inForce(year)), moves: null };
  }

  private async previewed(year: number, body: RouteInput<'PUT /api/calendars/:year'>['body']) {
    const { before, after } = await this.calendars.drafted(year, body);
    const rows = await this.rules.rows();
    const dueTimes = dueTimesOf({ ...rows, years: [...rows.years, after] });
    return { ...after, moves: await this.preview.moves(touchedByYear(before, after), dueTimes) };
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
