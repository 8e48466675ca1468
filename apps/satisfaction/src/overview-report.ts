import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { firstIdAt } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { refusalAt } from '#platform/problems';
import { countedFor } from '#platform/scope';
import { orders, TicketLists } from '#platform/ticket-lists';
import { dimensionNames, dimensions, noKey, type Dimension } from './dimensions';
import { formulas, type FormulaName } from './formulas';
import { measures, population, populationLabel, type MeasureName } from './measures';
import { period } from './period';
import { rate } from './rate';

type Report = RouteAnswer<'GET /api/reports/:name'>;
type Cells = Report['totals'];
type ReportQuery = RouteInput<'GET /api/reports/:name'>['query'];
type TicketsQuery = RouteInput<'GET /api/reports/:name/tickets'>['query'];

const measureNames = Object.keys(measures) as MeasureName[];
const formulaNames = Object.keys(formulas) as FormulaName[];

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
    const counts = measureNames.map((name) => `count(*) FILTER (WHERE ${measures[name].condition})::int AS "${name}"`);
    const rows = await this.database.lists.query<Record<string, number> & { key: string | null; whole: number }>(
      `SELECT coalesce(${dimensions[by].key}, '${noKey}') AS key, GROUPING(coalesce(${dimensions[by].key}, '${noKey}')) AS whole, ${counts.join(', ')}
       FROM ticket.ticket t WHERE t.id >= $1 AND t.id < $2 AND ${population(imported)} AND ${countedFor(caller, values)}
       GROUP BY GROUPING SETS ((coalesce(${dimensions[by].key}, '${noKey}')), ()) ORDER BY 2, 1`,
      values,
    );
    const total = rows.find(({ whole }) => whole === 1);
    return {
      name: 'overview',
      label: OverviewReport.label,
      ...query,
      by,
      columns: columnsFor(by),
      rows: rows.filter(({ whole }) => whole === 0).map((row) => this.row(by, row)),
      totals: { [by]: '合计', ...cells(total ?? {}) },
      formulas: formulaNames.map((name) => toldFormula(name, imported)),
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
      measures[measureOf(query)].condition,
      own,
    ];
    if (query.row !== undefined) {
      values.push(query.row);
      conditions.push(`coalesce(${dimensions[query.by ?? 'department'].key}, '${noKey}') = $${values.length}`);
    }
    const { limit, cursor } = query;
    return this.lists.page(caller, { conditions, values, order: orders.registeredAt, limit, cursor });
  }

  private row(by: Dimension, row: Record<string, number> & { key: string | null }): Report['rows'][number] {
    const key = row.key ?? noKey;
    const name = key === noKey ? (by === 'department' ? '未派单' : '未填写') : dimensions[by].name(key, this.directory);
    return { key, cells: { [by]: name, ...cells(row) } };
  }
}

/** The ids of the period. */
const idsOf = (query: { from: string; to: string }): string[] => period(query).map(firstIdAt);

const columnsFor = (by: Dimension): Report['columns'] => [
  { key: by, label: dimensions[by].label, kind: 'label', formula: null },
  ...measureNames.map((key) => ({ key, label: measures[key].label, kind: 'count' as const, formula: null })),
  ...formulaNames.map((key) => ({ key, label: formulas[key].label, kind: 'rate' as const, formula: key })),
];

const cells = (counted: Partial<Record<string, number>>): Cells => ({
  ...Object.fromEntries(measureNames.map((name) => [name, counted[name] ?? 0])),
  ...Object.fromEntries(formulaNames.map((name) => [name, rate(formulas[name], counted)])),
});

const toldFormula = (name: FormulaName, imported: boolean): Report['formulas'][number] => {
  const { version, label, numerator, denominator } = formulas[name];
  return {
    name,
    version,
    label,
    numerator: measures[numerator].label,
    denominator: measures[denominator].label,
    population: populationLabel(imported),
    dateBasis: '受理时间',
  };
};

function measureOf({ column, part }: TicketsQuery): MeasureName {
  if (Object.hasOwn(measures, column)) return column as MeasureName;
  if (Object.hasOwn(formulas, column)) return formulas[column as FormulaName][part];
  throw refusalAt('column', '没有这一列');
}
