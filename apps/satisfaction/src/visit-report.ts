import { Injectable } from '@nestjs/common';
import { reportTitles } from '#http-api/report-titles';
import type { RouteAnswer } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { refusalAt } from '#platform/problems';
import { countedFor } from '#platform/scope';
import { orders, TicketLists } from '#platform/ticket-lists';
import { keyed, type Counts } from './count-by';
import { dimensions, keyWords, type Dimension } from './dimensions';
import { namedAt, period } from './period';
import { population } from './population';
import { rate } from './rate';
import type { Report, ReportQuery, TicketsQuery } from './report-asked';
import { visitDimensions, visitFigures, visitFormula, visitMeasures, type VisitMeasure } from './visit-measures';

/** 走访情况: how many households were visited at the door and by phone, what they asked for, and what was solved. */
@Injectable()
export class VisitReport {
  static readonly label = reportTitles.visits.label;
  static readonly dimensions = Object.keys(visitDimensions) as Dimension[];
  static readonly keepsPast = false;

  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly lists: TicketLists,
    private readonly clock: Clock,
  ) {}

  async report({ imported = false, ...query }: ReportQuery, caller: Caller): Promise<Report> {
    const by = query.by ?? 'team';
    const counted = await this.counted({ ...query, by, imported }, caller);
    const whole = [...counted.values()].reduce<Counts>(sum, {});
    return {
      ...{ name: 'visits', label: VisitReport.label },
      ...{ from: query.from, to: query.to, by, columns: columnsFor(by) },
      rows: [...counted].map(([key, counts]) => ({
        key,
        cells: { [by]: keyWords(by, key, this.directory, namedAt(query, this.clock.now())), ...cells(counts) },
      })),
      totals: { [by]: '合计', ...cells(whole) },
      formulas: [visitFormula],
      asOf: this.clock.now().toISOString(),
    };
  }

  /** The tickets behind a cell; households that were only visited have none. */
  tickets(query: TicketsQuery, caller: Caller): Promise<RouteAnswer<'GET /api/reports/:name/tickets'>> {
    const measure = measureOf(query);
    const values: unknown[] = period(query);
    const own = countedFor(caller, values);
    const places = [`v.at >= $1`, `v.at < $2`];
    if (query.row !== undefined) places.push(`${keyed(keyOf(query.by ?? 'team'))} = $${values.push(query.row)}`);
    const conditions = [
      `t.visit_id IN (SELECT v.id FROM ticket.visit v WHERE ${places.join(' AND ')})`,
      population(query.imported ?? false),
      visitMeasures[measure].condition,
      query.part === 'missed' ? `NOT (${visitMeasures.solved.condition})` : 'true',
      own,
    ];
    const { limit, cursor } = query;
    return this.lists.page(caller, { conditions, values, order: orders.registeredAt, limit, cursor });
  }

  /** Visits and their tickets are counted apart: a household that asked for three things was visited once. */
  private async counted(
    { by, imported, ...query }: { by: Dimension; imported: boolean; from: string; to: string },
    caller: Caller,
  ): Promise<Map<string, Counts>> {
    const values: unknown[] = period(query);
    const key = `${keyed(keyOf(by))} AS key`;
    const visits = await this.database.lists.query<Counts & { key: string }>(
      `SELECT ${key}, ${selected(visitFigures)} FROM ticket.visit v WHERE v.at >= $1 AND v.at < $2 GROUP BY 1 ORDER BY 1`,
      [...values],
    );
    const tickets = await this.database.lists.query<Counts & { key: string }>(
      `SELECT ${key}, ${selected(visitMeasures)} FROM ticket.visit v JOIN ticket.ticket t ON t.visit_id = v.id
       WHERE v.at >= $1 AND v.at < $2 AND t.visit_id IS NOT NULL AND ${population(imported)} AND ${countedFor(caller, values)}
       GROUP BY 1`,
      values,
    );
    const rows = new Map(visits.map(({ key: name, ...counts }) => [name, counts as Counts]));
    for (const { key: name, ...counts } of tickets) rows.set(name, { ...rows.get(name), ...counts });
    return rows;
  }
}

/** @throws Refusal for what a visit does not have */
function keyOf(by: Dimension): string {
  const key = visitDimensions[by];
  if (key === undefined) throw refusalAt('by', '走访情况按走访队伍、区域、日、周、月、季、年统计');
  return key;
}

const selected = (counts: Readonly<Record<string, { readonly condition: string }>>): string =>
  Object.entries(counts)
    .map(([name, { condition }]) => `count(*) FILTER (WHERE ${condition})::int AS "${name}"`)
    .join(', ');

const sum = (whole: Counts, counts: Counts): Counts =>
  Object.fromEntries(counted.map((name) => [name, (whole[name] ?? 0) + (counts[name] ?? 0)]));

const counted = [...Object.keys(visitFigures), ...Object.keys(visitMeasures)];

const cells = (counts: Counts): Report['totals'] => ({
  ...Object.fromEntries(counted.map((name) => [name, counts[name] ?? 0])),
  [visitFormula.name]: rate({ numerator: 'solved', denominator: 'requests' }, counts),
});

const columnsFor = (by: Dimension): Report['columns'] => [
  { key: by, label: dimensions[by].label, kind: 'label', formula: null },
  ...Object.entries({ ...visitFigures, ...visitMeasures }).map(([key, { label }]) => ({
    ...{ key, label, formula: null },
    kind: 'count' as const,
  })),
  { key: visitFormula.name, label: visitFormula.label, kind: 'rate', formula: visitFormula.name },
];

function measureOf({ column, part }: TicketsQuery): VisitMeasure {
  if (Object.hasOwn(visitMeasures, column)) return column as VisitMeasure;
  if (column === visitFormula.name) return part === 'numerator' ? 'solved' : 'requests';
  if (Object.hasOwn(visitFigures, column)) throw refusalAt('column', '走访户次没有工单，请到走访记录查看');
  throw refusalAt('column', '没有这一列');
}
