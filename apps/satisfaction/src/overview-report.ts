import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { firstIdAt } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { countedFor } from '#platform/scope';
import { orders, TicketLists } from '#platform/ticket-lists';
import { countBy, keyed } from './count-by';
import { dimensionNames, keyWords, noKey, type Dimension } from './dimensions';
import { Figures } from './figures';
import { formulas } from './formulas';
import { keyThen } from './key-then';
import { measures, population, populationLabel } from './measures';
import { namedAt, period } from './period';
import type { Report, ReportQuery, TicketsQuery } from './report-asked';

const figures = new Figures(measures, formulas);

/** 总体情况: what came in, what became of it, and what the citizens say, every rate with what it is made of. */
@Injectable()
export class OverviewReport {
  static readonly label = '总体情况';
  static readonly dimensions = dimensionNames;

  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly lists: TicketLists,
    private readonly clock: Clock,
  ) {}

  async report({ imported = false, ...query }: ReportQuery, caller: Caller): Promise<Report> {
    const { by = 'department' } = query;
    const [from, before] = idsOf(query);
    const values: unknown[] = [from, before];
    const matching = `FROM ticket.ticket t WHERE t.id >= $1 AND t.id < $2 AND ${population(imported)} AND ${countedFor(caller, values)}`;
    const then = namedAt(query, this.clock.now());
    const key = keyThen(by, then, values);
    const counted = await countBy(this.database.lists, measures, { key, matching }, values);
    return {
      name: 'overview',
      label: OverviewReport.label,
      ...query,
      by,
      columns: figures.columns(by),
      rows: counted.rows.map(({ key, counts }) => ({
        key,
        cells: { [by]: this.named(by, key, then), ...figures.cells(counts) },
      })),
      totals: { [by]: '合计', ...figures.cells(counted.whole) },
      formulas: figures.told({ population: populationLabel(imported), dateBasis: '受理时间' }),
      asOf: this.clock.now().toISOString(),
    };
  }

  /** The tickets behind a cell: found by the same conditions that counted them. */
  tickets(query: TicketsQuery, caller: Caller): Promise<RouteAnswer<'GET /api/reports/:name/tickets'>> {
    const [from, before] = idsOf(query);
    const values: unknown[] = [from, before];
    const own = countedFor(caller, values);
    const conditions = [
      't.id >= $1',
      't.id < $2',
      population(query.imported ?? false),
      figures.behind(query).condition,
      own,
    ];
    if (query.row !== undefined) {
      const key = keyThen(query.by ?? 'department', namedAt(query, this.clock.now()), values);
      conditions.push(`${keyed(key)} = $${values.push(query.row)}`);
    }
    const { limit, cursor } = query;
    return this.lists.page(caller, { conditions, values, order: orders.registeredAt, limit, cursor });
  }

  private named(by: Dimension, key: string, at: Date): string {
    return key === noKey && by === 'department' ? '未派单' : keyWords(by, key, this.directory, at);
  }
}

/** The ids of the period. */
const idsOf = (query: { from: string; to: string }): string[] => period(query).map(firstIdAt);
