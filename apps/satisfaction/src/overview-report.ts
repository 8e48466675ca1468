import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#http-api/routes';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { countedUnder } from '#platform/scope';
import { orders, TicketLists } from '#platform/ticket-lists';
import type { Counts } from './count-by';
import { dimensionNames, keyWords, noKey, type Dimension } from './dimensions';
import { factKeyOf, readCells, type Cell } from './facts/cells';
import { Counting } from './facts/counting';
import { ticketMeasureNames, ticketMeasures } from './facts/ticket-measures';
import { overviewBasis, overviewFigures as figures } from './overview-figures';
import { namedAt } from './period';
import type { Report, ReportQuery, TicketsQuery } from './report-asked';

/** 总体情况: what came in, what became of it, and what the citizens say, every rate with what it is made of. */
@Injectable()
export class OverviewReport {
  static readonly label = '总体情况';
  static readonly dimensions = dimensionNames;
  static readonly keepsPast = true;

  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly lists: TicketLists,
    private readonly counting: Counting,
  ) {}

  async report({ imported = false, ...query }: ReportQuery, caller: Caller): Promise<Report> {
    const { by = 'department' } = query;
    const asOf = await this.counting.shownAsOf(query);
    const cells = await this.database.snapshot((sql) => readCells(sql, { ...query, by, imported, asOf }, caller));
    const counted = countsOf(cells);
    const then = namedAt(query, asOf);
    return {
      name: 'overview',
      label: OverviewReport.label,
      ...query,
      by,
      columns: figures.columns(by),
      rows: [...counted.rows].map(([key, counts]) => ({
        key,
        cells: { [by]: this.named(by, key, then), ...figures.cells(counts) },
      })),
      totals: { [by]: '合计', ...figures.cells(counted.whole) },
      formulas: figures.told(overviewBasis(imported)),
      asOf: asOf.toISOString(),
    };
  }

  /** The tickets behind a cell: found by the same facts that it sums. */
  async tickets(query: TicketsQuery, caller: Caller): Promise<RouteAnswer<'GET /api/reports/:name/tickets'>> {
    const measures = figures.behind(query).map(({ number }) => number);
    const { from, to, imported = false, limit, cursor } = query;
    const values: unknown[] = [from, to, await this.counting.shownAsOf(query), imported, measures];
    const counted = [
      'f.measure = ANY($5) AND f.day BETWEEN $1 AND $2 AND f.recorded_at <= $3 AND ($4 OR NOT s.imported)',
      countedUnder(caller, values) ?? 'true',
    ];
    if (query.row !== undefined) counted.push(`${factKeyOf(query.by ?? 'department')} = $${values.push(query.row)}`);
    const behind = `t.id IN (SELECT f.ticket_id FROM satisfaction.fact f JOIN satisfaction.standing s USING (ticket_id, standing)
      WHERE ${counted.join(' AND ')} GROUP BY f.ticket_id HAVING sum(f.delta) > 0)`;
    return this.lists.page(caller, { conditions: [behind], values, order: orders.registeredAt, limit, cursor });
  }

  private named(by: Dimension, key: string, at: Date): string {
    return key === noKey && by === 'department' ? '未派单' : keyWords(by, key, this.directory, at);
  }
}

const nameOf = new Map<number, string>(ticketMeasureNames.map((name) => [ticketMeasures[name].number, name]));

/** How many there are of each measure, by key and of all of them; a ticket counts under one key. */
function countsOf(cells: readonly Cell[]): { rows: Map<string, Counts>; whole: Counts } {
  const rows = new Map<string, Counts>();
  const whole: Counts = {};
  for (const { key, measure, count } of cells) {
    const name = nameOf.get(measure) ?? String(measure);
    const row = rows.get(key) ?? {};
    row[name] = count;
    rows.set(key, row);
    whole[name] = (whole[name] ?? 0) + count;
  }
  return { rows, whole };
}
