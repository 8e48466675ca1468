import { Injectable } from '@nestjs/common';
import { Calendar } from '#calendar/calendar';
import type { CalendarYear } from '#calendar/calendar-year';
import { defaultOfficeHours } from '#calendar/office-hours';
import { Database } from '#store/database';
import { Remembered } from '#store/remembered';
import { DueTimes } from './due-times';
import { Ladder } from './ladder/ladder';
import { ladderInForce } from './ladder/ladder-rows';
import { TimeLimits, type TimeLimit } from './time-limit';

/** What a ticket's clocks are computed by. */
export interface RulesInForce {
  readonly dueTimes: DueTimes;
  readonly limits: TimeLimits;
  readonly ladder: Ladder;
}

/** The limits, calendars and ladder in force, read again every few seconds. */
@Injectable()
export class DeadlineRules {
  private readonly rules = new Remembered(() => this.read());

  constructor(private readonly database: Database) {}

  inForce(): Promise<RulesInForce> {
    return this.rules.value();
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

  private async read(): Promise<RulesInForce> {
    const [years, rows, ladderRows] = await Promise.all([
      this.years(),
      this.readLimits(),
      ladderInForce(this.database.sql),
    ]);
    const limits = new TimeLimits(rows);
    const calendar = new Calendar(years, defaultOfficeHours);
    return { dueTimes: new DueTimes(limits, calendar), limits, ladder: new Ladder(ladderRows, calendar) };
  }

  private readLimits(): Promise<(TimeLimit & Record<string, unknown>)[]> {
    return this.database.sql.query<TimeLimit & Record<string, unknown>>(
      `SELECT id, version, type, urgency, clock, amount, unit, source FROM deadlines.time_limit WHERE valid_to IS NULL ORDER BY clock, type, urgency`,
      [],
    );
  }
}
