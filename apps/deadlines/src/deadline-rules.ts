import { Injectable } from '@nestjs/common';
import type { CalendarYear } from '#calendar/calendar-year';
import { Database } from '#store/database';
import { Remembered } from '#store/remembered';
import type { Sql } from '#store/sql';
import { DueTimes } from './due-times';
import { Ladder } from './ladder/ladder';
import type { LadderRow } from './ladder/ladder-row';
import { ladderInForce } from './ladder/ladder-rows';
import { officesOf, type OfficeRows } from './office-hours/offices';
import { readOfficeHours } from './office-hours/office-hours-rows';
import { upFrom, type ParentOf } from './parent-of';
import { TimeLimits, type TimeLimit } from './time-limit';

/** What a ticket's clocks are computed by. */
export interface RulesInForce {
  readonly dueTimes: DueTimes;
  readonly ladder: Ladder;
}

/** The limits, calendars and ladder in force, read again every few seconds. */
@Injectable()
export class DeadlineRules {
  private readonly remembered = new Remembered(async () => rulesOf(await this.rows()));

  constructor(private readonly database: Database) {}

  inForce(): Promise<RulesInForce> {
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
    const [years, limits, hours, categories, departments, ladder] = await Promise.all([
      this.years(),
      this.limits(),
      readOfficeHours(this.database.sql),
      this.tree('SELECT code AS id, parent_code AS parent FROM ticket.category'),
      this.tree('SELECT id, parent_id AS parent FROM ticket.department'),
      ladderInForce(this.database.sql),
    ]);
    return { years, limits, hours, categories, departments, ladder };
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

  private async tree(select: string): Promise<ParentOf> {
    const rows = await this.database.sql.query<{ id: string; parent: string | null }>(select, []);
    return new Map(rows.map(({ id, parent }) => [id, parent]));
  }
}

/** Every row that clocks are computed by. */
export interface RuleRows extends OfficeRows {
  readonly limits: readonly TimeLimit[];
  readonly categories: ParentOf;
  readonly ladder: readonly LadderRow[];
}

/** What these rows say. */
export function rulesOf({ limits, categories, ladder, ...rows }: RuleRows): RulesInForce {
  const offices = officesOf(rows);
  const timeLimits = new TimeLimits(limits, (code) => upFrom(categories, code));
  return { dueTimes: new DueTimes(timeLimits, offices), ladder: new Ladder(ladder, offices.house.calendar) };
}
