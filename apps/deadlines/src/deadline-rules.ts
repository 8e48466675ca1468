import { Injectable } from '@nestjs/common';
import { Calendar } from '#calendar/calendar';
import type { CalendarYear } from '#calendar/calendar-year';
import { defaultOfficeHours } from '#calendar/office-hours';
import { Database } from '#store/database';
import { Remembered } from '#store/remembered';
import { DueTimes } from './due-times';
import { TimeLimits, type TimeLimit } from './time-limit';

/** The limits and calendars in force, read again every few seconds. */
@Injectable()
export class DeadlineRules {
  private readonly rules = new Remembered(() => this.read());

  constructor(private readonly database: Database) {}

  async dueTimes(): Promise<DueTimes> {
    return (await this.rules.value()).dueTimes;
  }

  async limits(): Promise<readonly TimeLimit[]> {
    return (await this.rules.value()).limits.rows;
  }

  /** The newest version of each year. */
  years(): Promise<(CalendarYear & Record<string, unknown>)[]> {
    return this.database.sql.query<CalendarYear & Record<string, unknown>>(
      `SELECT DISTINCT ON (year) year, version, source, published, days FROM deadlines.calendar_year ORDER BY year, version DESC`,
      [],
    );
  }

  /** The next question reads the database again. */
  forget(): void {
    this.rules.forget();
  }

  private async read(): Promise<{ dueTimes: DueTimes; limits: TimeLimits }> {
    const [years, rows] = await Promise.all([this.years(), this.readLimits()]);
    const limits = new TimeLimits(rows);
    const dueTimes = new DueTimes(limits, new Calendar(years, defaultOfficeHours));
    return { dueTimes, limits };
  }

  private readLimits(): Promise<(TimeLimit & Record<string, unknown>)[]> {
    return this.database.sql.query<TimeLimit & Record<string, unknown>>(
      `SELECT id, version, type, urgency, clock, amount, unit, source FROM deadlines.time_limit WHERE valid_to IS NULL ORDER BY clock, type, urgency`,
      [],
    );
  }
}
