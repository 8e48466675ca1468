import { Injectable } from '@nestjs/common';
import type { CalendarYear } from '#calendar/calendar-year';
import { Database } from '#store/database';
import type { ClockRule } from '../clock-rule';
import { unsetHours } from '../office-hours/offices';
import { NamedCalendar, type NamedHours } from './named-calendar';

type YearRow = CalendarYear & Record<string, unknown>;

/** The calendars that rules name, each read and laid out once: as few as there are versions of years and of office hours. */
@Injectable()
export class NamedCalendars {
  private readonly known = new Map<string, NamedCalendar>();

  constructor(private readonly database: Database) {}

  /** @throws Error when the office hours are gone */
  async of({ calendar, hours }: ClockRule): Promise<NamedCalendar> {
    const name = [...calendar.map(({ year, version }) => `${year}/${version}`), hours].join();
    const known = this.known.get(name);
    if (known) return known;
    const named = new NamedCalendar(...(await Promise.all([this.years(calendar), this.hours(hours)])));
    this.known.set(name, named);
    return named;
  }

  private years(calendar: ClockRule['calendar']): Promise<YearRow[]> {
    return this.database.sql.query<YearRow>(
      `SELECT y.year, y.version, y.source, y.published, y.days FROM deadlines.calendar_year y
       JOIN jsonb_to_recordset($1) AS named(year int, version int) ON named.year = y.year AND named.version = y.version
       ORDER BY y.year`,
      [JSON.stringify(calendar)],
    );
  }

  private async hours(id: string | undefined): Promise<NamedHours> {
    if (!id) return unsetHours;
    const row = await this.database.sql.one<NamedHours & Record<string, unknown>>(
      `SELECT id, department_id AS "departmentId", version, sessions, seasons, source FROM deadlines.office_hours WHERE id = $1`,
      [id],
    );
    if (!row) throw new Error(`the office hours ${id} are gone`);
    return row;
  }
}
