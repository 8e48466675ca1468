import { Injectable } from '@nestjs/common';
import { isTimeSpan } from '#calendar/time-span';
import type { RouteAnswer } from '#http-api/routes';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { seesAll, type Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { countedUnder } from '#platform/scope';
import { orders, TicketLists } from '#platform/ticket-lists';
import type { Counts } from './count-by';
import { keyWords, noKey, type Dimension } from './dimensions';
import { numberIn, type CellPlace, type FactColumn } from './fact-column';
import { daysOf } from './fact-days';
import { factKeyOf, readCells, type Cell } from './facts/cells';
import { Counting } from './facts/counting';
import type { Figures } from './figures';
import { namedAt } from './period';
import type { Report, ReportQuery, TicketsQuery } from './report-asked';

/** A report that is counted from facts: what it shows, and of whom. */
export interface CountedByFacts {
  readonly name: string;
  readonly label: string;
  readonly figures: Figures<string, FactColumn>;
  readonly basis: (withImported: boolean) => { population: string; dateBasis: string };
}

type Asked = ReportQuery & { readonly by: Dimension; readonly imported: boolean };

/** A report of facts. */
@Injectable()
export abstract class FactReport {
  static readonly keepsPast = true;

  protected abstract readonly counts: CountedByFacts;

  constructor(
    protected readonly database: Database,
    protected readonly directory: Directory,
    private readonly lists: TicketLists,
    private readonly counting: Counting,
  ) {}

  async report({ imported = false, ...query }: ReportQuery, caller: Caller): Promise<Report> {
    const { name, label, basis } = this.counts;
    const { by = 'department' } = query;
    const figures = this.figuresBy(by);
    const asOf = await this.counting.shownAsOf(query);
    const counted = await this.database.snapshot((sql) => this.counted(sql, { ...query, by, imported }, asOf, caller));
    const then = namedAt(query, asOf);
    const agents = by === 'agent' ? await this.agents([...counted.rows.keys()]) : new Map<string, string>();
    return {
      ...{ name, label, ...query, by, columns: figures.columns(by) },
      rows: [...counted.rows].map(([key, counts]) => ({
        key,
        cells: { [by]: agents.get(key) ?? this.named(by, key, then), ...figures.cells(counts) },
      })),
      totals: { [by]: '合计', ...figures.cells(counted.whole) },
      formulas: figures.told(basis(imported)),
      asOf: asOf.toISOString(),
    };
  }

  /** The tickets behind a cell: found by the same facts that it sums. */
  async tickets(query: TicketsQuery, caller: Caller): Promise<RouteAnswer<'GET /api/reports/:name/tickets'>> {
    const { by = 'department', row, imported = false, limit, cursor } = query;
    const asOf = await this.counting.shownAsOf(query);
    const place = { by, isTotal: row === undefined, isOwn: !seesAll(caller) };
    const numbersOf = (some: readonly FactColumn[]) => some.map((column) => numberIn(column, place));
    const figures = this.figuresBy(by);
    const columns = figures.behind(query);
    const missing = query.part === 'missed' ? numbersOf(figures.behind({ ...query, part: 'numerator' })) : [];
    const { from, to } = daysOf(columns[0]?.stock, query, asOf);
    const values: unknown[] = [from ?? '-infinity', to, asOf, imported, numbersOf(columns), missing];
    const counted = [
      'f.measure = ANY($5::int[] || $6::int[]) AND f.day BETWEEN $1 AND $2 AND f.recorded_at <= $3 AND ($4 OR NOT s.imported)',
      countedUnder(caller, values) ?? 'true',
    ];
    if (row !== undefined) counted.push(`${factKeyOf(by)} = $${values.push(row)}`);
    const among = (place: string) => `coalesce(sum(f.delta) FILTER (WHERE f.measure = ANY(${place}::int[])), 0)`;
    const behind = `t.id IN (SELECT f.ticket_id FROM satisfaction.fact f JOIN satisfaction.standing s USING (ticket_id, standing)
      WHERE ${counted.join(' AND ')} GROUP BY f.ticket_id HAVING ${among('$5')} > 0 AND ${among('$6')} <= 0)`;
    return this.lists.page(caller, { conditions: [behind], values, order: orders.registeredAt, limit, cursor });
  }

  /** Columns of the same days are read at once. */
  private async counted(sql: Sql, { by, imported, ...query }: Asked, asOf: Date, caller: Caller): Promise<Counted> {
    const columns = Object.entries(this.figuresBy(by).measures);
    const isOwn = !seesAll(caller);
    const counted: Counted = { rows: new Map(), whole: {} };
    for (const stock of [undefined, 'before', 'after'] as const) {
      const some = columns.filter(([, column]) => column.stock === stock);
      if (some.length === 0) continue;
      const places = { row: { by, isTotal: false, isOwn }, total: { by, isTotal: true, isOwn } };
      const measures = some.flatMap(([, column]) => Object.values(places).map((place) => numberIn(column, place)));
      const asked = { by, measures, imported, asOf, ...daysOf(stock, query, asOf) };
      const cells = await readCells(sql, asked, caller);
      addRows(counted.rows, some, places.row, cells);
      // One of two departments of one's own is still one ticket.
      const wholes = isOwn ? await readCells(sql, { ...asked, by: 'whole' }, caller) : cells;
      addTotals(counted.whole, some, places.total, wholes);
    }
    return { ...counted, rows: new Map([...counted.rows].toSorted(([one], [other]) => (one < other ? -1 : 1))) };
  }

  /** By days and longer spans nothing is in stock: what came and went within one is none of what there was. */
  private figuresBy(by: Dimension): Figures<string, FactColumn> {
    const { figures } = this.counts;
    return isTimeSpan(by) ? figures.without(({ stock }) => stock !== undefined) : figures;
  }

  private named(by: Dimension, key: string, at: Date): string {
    return (key === noKey && unkeyed[by]) || keyWords(by, key, this.directory, at);
  }

  private async agents(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.lists.query<{ id: string; name: string }>(
      `SELECT id::text, name FROM ticket.account WHERE id::text = ANY($1)
       UNION ALL SELECT id::text, name FROM ticket.channel_client WHERE id::text = ANY($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

/** What tickets without a key are called, where that says something. */
const unkeyed: Partial<Record<Dimension, string>> = { department: '未派单', agent: '非话务登记' };

interface Counted {
  /** By key. */
  readonly rows: Map<string, Counts>;
  readonly whole: Counts;
}

type Columns = readonly (readonly [string, FactColumn])[];

function addRows(rows: Map<string, Counts>, columns: Columns, place: CellPlace, cells: readonly Cell[]): void {
  for (const { key, measure, count } of cells)
    for (const [name] of columns.filter(([, column]) => numberIn(column, place) === measure)) {
      const row = rows.get(key) ?? {};
      row[name] = count;
      rows.set(key, row);
    }
}

function addTotals(whole: Counts, columns: Columns, place: CellPlace, cells: readonly Cell[]): void {
  for (const { measure, count } of cells)
    for (const [name] of columns.filter(([, column]) => numberIn(column, place) === measure))
      whole[name] = (whole[name] ?? 0) + count;
}
