import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { refusalAt } from '#platform/problems';
import { returnsInScope } from '#platform/scope';
import { orders, TicketLists } from '#platform/ticket-lists';
import { countBy, keyed } from './count-by';
import { keyWords, type Dimension } from './dimensions';
import { Figures } from './figures';
import { areaThen } from './area-then';
import { namedAt, period } from './period';
import { population } from './population';
import type { Report, ReportQuery, TicketsQuery } from './report-asked';
import { returnBasis, returnDimensions, returnFormulas, returnMeasures } from './return-measures';

const figures = new Figures(returnMeasures, returnFormulas);

/** 退单争议: which departments wanted to return what in the period, and what was decided of it. */
@Injectable()
export class ReturnReport {
  static readonly label = '退单争议';
  static readonly dimensions = Object.keys(returnDimensions) as Dimension[];
  static readonly keepsPast = false;

  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly lists: TicketLists,
    private readonly clock: Clock,
  ) {}

  async report({ imported = false, ...query }: ReportQuery, caller: Caller): Promise<Report> {
    const { by = 'department' } = query;
    const values: unknown[] = period(query);
    const asked = `${askedFor(caller, values)} AND ${population(imported)}`;
    const matching = `FROM ticket.return_request r JOIN ticket.ticket t ON t.id = r.ticket_id WHERE ${asked}`;
    const counted = await countBy(
      this.database.lists,
      returnMeasures,
      { key: this.keyOf(by, query, values), matching },
      values,
    );
    return {
      ...{ name: 'returns', label: ReturnReport.label },
      ...{ from: query.from, to: query.to, by, columns: figures.columns(by) },
      rows: counted.rows.map(({ key, counts }) => ({
        key,
        cells: { [by]: keyWords(by, key, this.directory, namedAt(query, this.clock.now())), ...figures.cells(counts) },
      })),
      totals: { [by]: '合计', ...figures.cells(counted.whole) },
      formulas: figures.told(returnBasis(imported)),
      asOf: this.clock.now().toISOString(),
    };
  }

  /** The tickets behind a cell. One that was asked for twice is one ticket. */
  tickets(query: TicketsQuery, caller: Caller): Promise<RouteAnswer<'GET /api/reports/:name/tickets'>> {
    const values: unknown[] = period(query);
    const asked = [`r.ticket_id = t.id`, askedFor(caller, values), figures.behind(query).condition];
    if (query.row !== undefined) {
      const key = this.keyOf(query.by ?? 'department', query, values);
      asked.push(`${keyed(key)} = $${values.push(query.row)}`);
    }
    const conditions = [
      `EXISTS (SELECT 1 FROM ticket.return_request r WHERE ${asked.join(' AND ')})`,
      population(query.imported ?? false),
    ];
    const { limit, cursor } = query;
    const listed = { conditions, values, order: orders.registeredAt, limit, cursor };
    return this.lists.page(caller, { ...listed, isGathered: true });
  }

  /** Who asked is a fact of the return; where its ticket lay is as it was then. */
  private keyOf(by: Dimension, query: Pick<ReportQuery, 'from' | 'to'>, values: unknown[]): string {
    const key = keyOf(by);
    return by === 'area' ? areaThen(namedAt(query, this.clock.now()), values) : key;
  }
}

/** Asked for in the period that the first two values are, by whom the caller may see. */
const askedFor = (caller: Caller, values: unknown[]): string =>
  `r.asked_at >= $1 AND r.asked_at < $2 AND ${returnsInScope(caller, values)}`;

/** @throws Refusal for what a return does not have */
function keyOf(by: Dimension): string {
  const key = returnDimensions[by];
  if (key === undefined) throw refusalAt('by', '退单争议按承办单位、事项分类、区域、诉求类型、日期或月份统计');
  return key;
}
