import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { areaThen } from '#store/succeeded-rows';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { refusalAt } from '#platform/problems';
import { orders, TicketLists } from '#platform/ticket-lists';
import { countBy, keyed } from './count-by';
import { keyWords, type Dimension } from './dimensions';
import type { Figures } from './figures';
import type { Measure } from './measure';
import { namedAt } from './period';
import { population } from './population';
import type { Report, ReportQuery, TicketsQuery } from './report-asked';

type KeysThen = Readonly<Partial<Record<Dimension, (at: string) => string>>>;

/** What is counted that is no ticket: rows beside tickets `t`, each by itself, as SQL. */
export interface CountedBeside {
  readonly name: string;
  readonly label: string;
  /** The table with its short name, and what is read beside each row. */
  readonly rows: string;
  readonly beside?: string;
  /** The column that names a row's ticket. */
  readonly ticketId: string;
  /** By what they may be broken down, and what is said of anything else. */
  readonly dimensions: Readonly<Partial<Record<Dimension, string>>>;
  readonly notBy: string;
  /** Keys that may have been others at an instant, besides the ticket's area: SQL expressions on the instant's place. */
  readonly keyThen?: KeysThen;
  readonly figures: Figures<string, Measure>;
  readonly basis: (withImported: boolean) => { population: string; dateBasis: string };
  /** The period's values come first. */
  readonly period: (query: { from: string; to: string }) => readonly unknown[];
  /** Those of the period that the caller may see. */
  readonly asked: (caller: Caller, values: unknown[]) => string;
}

/** A report of rows beside tickets. */
@Injectable()
export abstract class BesideReport {
  static readonly keepsPast = false;

  protected abstract readonly counts: CountedBeside;

  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly lists: TicketLists,
    private readonly clock: Clock,
  ) {}

  async report({ imported = false, ...query }: ReportQuery, caller: Caller): Promise<Report> {
    const { name, label, rows, beside = '', ticketId, figures, basis, period, asked } = this.counts;
    const { by = 'department' } = query;
    const values = [...period(query)];
    const conditions = `${asked(caller, values)} AND ${population(imported)}`;
    const matching = `FROM ${rows} JOIN ticket.ticket t ON t.id = ${ticketId} ${beside} WHERE ${conditions}`;
    const then = namedAt(query, this.clock.now());
    const of = { key: this.keyOf(by, then, values), matching };
    const counted = await countBy(this.database.lists, figures.measures, of, values);
    return {
      ...{ name, label },
      ...{ from: query.from, to: query.to, by, columns: figures.columns(by) },
      rows: counted.rows.map(({ key, counts }) => ({
        key,
        cells: { [by]: keyWords(by, key, this.directory, then), ...figures.cells(counts) },
      })),
      totals: { [by]: '合计', ...figures.cells(counted.whole) },
      formulas: figures.told(basis(imported)),
      asOf: this.clock.now().toISOString(),
    };
  }

  /** The tickets behind a cell. One that has several such rows is one ticket. */
  tickets(query: TicketsQuery, caller: Caller): Promise<RouteAnswer<'GET /api/reports/:name/tickets'>> {
    const { rows, beside = '', ticketId, figures, period, asked } = this.counts;
    const values = [...period(query)];
    const counted = [`${ticketId} = t.id`, asked(caller, values), eitherOf(figures.behind(query))];
    if (query.part === 'missed') counted.push(`NOT ${eitherOf(figures.behind({ ...query, part: 'numerator' }))}`);
    if (query.row !== undefined) {
      const key = this.keyOf(query.by ?? 'department', namedAt(query, this.clock.now()), values);
      counted.push(`${keyed(key)} = $${values.push(query.row)}`);
    }
    const conditions = [
      `EXISTS (SELECT 1 FROM ${rows} ${beside} WHERE ${counted.join(' AND ')})`,
      population(query.imported ?? false),
    ];
    const { limit, cursor } = query;
    const listed = { conditions, values, order: orders.registeredAt, limit, cursor };
    return this.lists.page(caller, { ...listed, isGathered: true });
  }

  /** Whose place others have taken since is counted as it was then. @throws Refusal for what such a row does not have */
  private keyOf(by: Dimension, then: Date, values: unknown[]): string {
    const key = this.counts.dimensions[by];
    if (key === undefined) throw refusalAt('by', this.counts.notBy);
    const keysThen: KeysThen = { area: areaThen, ...this.counts.keyThen };
    return keysThen[by]?.(`$${values.push(then)}`) ?? key;
  }
}

const eitherOf = (measures: readonly Measure[]): string =>
  `(${measures.map(({ condition }) => condition).join(' OR ')})`;
