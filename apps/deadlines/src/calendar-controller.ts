import { Controller } from '@nestjs/common';
import type { CalendarYear } from '#calendar/calendar-year';
import { calendarChange } from '#http-api/deadline-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { refusalAt } from '#platform/problems';
import { Renders } from '#platform/renders';
import { CalendarStore } from './calendar-store';
import { DeadlineRules, rulesOf } from './deadline-rules';
import { MovePreview } from './move-preview';
import { touchedByYear } from './rule-change';

/** The working calendar, a year at a time: data with versions. */
@Controller()
export class CalendarController {
  constructor(
    private readonly calendars: CalendarStore,
    private readonly rules: DeadlineRules,
    private readonly preview: MovePreview,
    renders: Renders,
  ) {
    renders.add(calendarChange, async ({ params }) => ({
      ...(await this.calendars.inForce(Number(params['year']))),
      moves: null,
    }));
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
    const rules = rulesOf({ ...rows, years: [...rows.years, after] });
    return { ...after, moves: await this.preview.moves(touchedByYear(before, after), rules) };
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
