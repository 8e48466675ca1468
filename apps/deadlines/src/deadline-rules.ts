import { Injectable } from '@nestjs/common';
import { Calendar } from '#calendar/calendar';
import type { CalendarYear } from '#calendar/calendar-year';
import { defaultOfficeHours, type OfficeHours } from '#calendar/office-hours';
import { Database } from '#store/database';
import { Remembered } from '#store/remembered';
import type { Sql } from '#store/sql';
import { DueTimes } from './due-times';
import { TimeLimits, type TimeLimit } from './time-limit';

/** The limits and calendars in force, read again every few seconds. */
@Injectable()
export class DeadlineRules {
  private readonly remembered = new Remembered(async () => dueTimesOf(await this.rows()));

  constructor(private readonly database: Database) {}

  dueTimes(): Promise<DueTimes> {
    return this.remembered.value();
  }

  /** The newest version of each year. */
  years(sql: Sql = this.database.sql): Promise<readonly CalendarYear[]> {
    return sql.query<CalendarYear & Record<string, unknown>>(
      `SELECT DISTINCT ON (year) year, version, source, published, days FROM deadlines.calendar_year ORDER BY year, version DESC`,
      [],
    );
  }

  /** The next question reads the database again. */
  forget(): void {
    this.remembered.forget();
  }

  /** Every row there is, as the database has it now. */
  async rows(): Promise<RuleRows> {
    const [years, limits, categories, [hours = defaultOfficeHours]] = await Promise.all([
      this.years(),
      this.limits(),
      this.readCategories(),
      this.officeHours(),
    ]);
    return { years, limits, categories, hours };
  }

  /** Every version of the office hours, the one in force first. */
  officeHours(sql: Sql = this.database.sql): Promise<readonly KeptHours[]> {
    return sql.query<KeptHours & Record<string, unknown>>(
      `SELECT id, version, sessions, source FROM deadlines.office_hours ORDER BY version DESC`,
      [],
    );
  }

  /** Every version of every limit, in an order that people can follow. */
  limits(sql: Sql = this.database.sql): Promise<readonly TimeLimit[]> {
    return sql.query<TimeLimit & Record<string, unknown>>(
      `SELECT id, version, type, urgency, category_code AS "categoryCode", clock, amount, unit, source,
         valid_from::text AS "validFrom"
       FROM deadlines.time_limit ORDER BY clock, type, urgency, category_code, version DESC`,
      [],
    );
  }

  private async readCategories(): Promise<RuleRows['categories']> {
    const rows = await this.database.sql.query<{ code: string; parent: string | null }>(
      `SELECT code, parent_code AS parent FROM ticket.category`,
      [],
    );
    return new Map(rows.map(({ code, parent }) => [code, parent]));
  }
}

/** Office hours as they are kept. */
export interface KeptHours extends Required<OfficeHours> {
  /** Null for hours that nobody has set. */
  readonly id: string | null;
  readonly source: string;
}

/** Every row that due times are computed by. */
export interface RuleRows {
  readonly years: readonly CalendarYear[];
  readonly limits: readonly TimeLimit[];
  readonly hours: OfficeHours;
  /** Categories, each with the one above it. */
  readonly categories: ReadonlyMap<string, string | null>;
}

/** Due times by these rows. */
export const dueTimesOf = ({ years, limits, categories, hours }: RuleRows): DueTimes =>
  new DueTimes(new TimeLimits(limits, (code) => categoriesAbove(categories, code)), new Calendar(years, hours));

/** A category and those above it, nearest first. */
export function categoriesAbove(categories: RuleRows['categories'], code: string): string[] {
  const up: string[] = [];
  for (let at: string | null = code; at !== null && !up.includes(at); at = categories.get(at) ?? null) up.push(at);
  return up;
}

/** A category and all below it. */
export const categoriesBelow = (categories: RuleRows['categories'], code: string): string[] =>
  [...categories.keys()].filter((each) => categoriesAbove(categories, each).includes(code));
