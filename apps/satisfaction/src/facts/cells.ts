import { isTimeSpan } from '#calendar/time-span';
import type { Sql } from '#store/sql';
import type { Caller } from '#platform/caller';
import { countedUnder } from '#platform/scope';
import { keyed } from '../count-by';
import { spanKeys, type Dimension } from '../dimensions';
import { factKeys } from './fact-keys';
import { readFoldedTo } from './counting-row';
import { spansOf, type Span } from './spans';

/** What is read of the facts: days of Shanghai, both included, as known at an instant. */
export interface AskedCells {
  readonly by: Dimension | 'whole';
  /** Numbers of measures. */
  readonly measures: readonly number[];
  /** Null for since ever. */
  readonly from: string | null;
  readonly to: string;
  readonly asOf: Date;
  /** With the history of other systems. */
  readonly imported: boolean;
}

/** A key of the dimension, a measure by its number, and how many tickets count there. */
export interface Cell {
  readonly [column: string]: unknown;
  readonly key: string;
  readonly measure: number;
  readonly count: number;
}

/** What facts `f` under a standing `s` are broken down by; what has nothing there has a dash. */
export function factKeyOf(by: AskedCells['by']): string {
  return inDays(by, 'f.day') ?? keyed(factKeys[by as keyof typeof factKeys].sql);
}

/** By days and longer spans facts are broken down by themselves; nothing else is their key then. */
const inDays = (by: AskedCells['by'], day: string): string | null => (isTimeSpan(by) ? spanKeys(day)[by] : null);

/**
 * How many count in each cell: sums as they are, with the facts that are in no sum yet, less those that became known
 * later. To a department's people their own are counted, ticket by ticket. Within one snapshot.
 */
export async function readCells(sql: Sql, asked: AskedCells, caller: Caller): Promise<Cell[]> {
  const { by, to, asOf, imported, measures } = asked;
  const from = asked.from ?? (await firstDay(sql)) ?? to;
  const values: unknown[] = [asked.from === null ? '-infinity' : from, to, asOf, imported, measures];
  const own = countedUnder(caller, values);
  const key = factKeyOf(by);
  const facts = (count: string, condition: string) =>
    `SELECT ${key} AS key, f.measure, f.ticket_id, ${count} AS count
     FROM satisfaction.fact f JOIN satisfaction.standing s USING (ticket_id, standing)
     WHERE f.measure = ANY($5) AND f.day BETWEEN $1 AND $2 AND ($4 OR NOT s.imported) AND ${condition}`;
  if (own !== null) return sql.query<Cell>(ownTickets(facts('f.delta', `${own} AND f.recorded_at <= $3`)), values);
  const counts = async () => {
    // A value, not a subquery: of that the planner expects a third of all facts.
    const foldedTo = `$${values.push(await readFoldedTo(sql))}`;
    return [
      summed(by, spansBy(by, from, to), values),
      facts('f.delta', `f.id > ${foldedTo} AND f.recorded_at <= $3`),
      facts('-f.delta', `f.id <= ${foldedTo} AND f.recorded_at > $3`),
    ];
  };
  return sql.query<Cell>(
    `SELECT key, measure, sum(count)::int AS count FROM (${(await counts()).join(' UNION ALL ')}) c
     GROUP BY key, measure HAVING sum(count) <> 0 ORDER BY key`,
    values,
  );
}

/** Each ticket once in a cell, whichever of the own departments it stands under. */
const ownTickets = (facts: string): string =>
  `SELECT key, measure, count(*)::int AS count FROM (
     SELECT key, measure, ticket_id FROM (${facts}) f GROUP BY 1, 2, 3 HAVING sum(count) > 0) c
   GROUP BY key, measure ORDER BY key`;

/** Whole months where the period has them, else days. By days and longer spans the whole house is read day by day. */
const spansBy = (by: AskedCells['by'], from: string, to: string) => spansOf(from, to, isTimeSpan(by) ? 'day' : 'month');

function summed(by: AskedCells['by'], spans: readonly Span[], values: unknown[]): string {
  const key = inDays(by, 't.start');
  const grains = values.push(spans.map(({ grain }) => grain));
  const starts = values.push(spans.map(({ start }) => start));
  const dimension = values.push(key === null ? by : 'whole');
  return `SELECT ${key ?? 't.key'} AS key, t.measure, NULL::uuid, t.sum AS count
    FROM unnest($${grains}::text[], $${starts}::date[]) p(grain, start)
    JOIN satisfaction.tally t ON t.dimension = $${dimension} AND t.grain = p.grain AND t.start = p.start
    WHERE t.measure = ANY($5) AND ($4 OR NOT t.imported)`;
}

/** The first day that has sums; null while there are none. */
async function firstDay(sql: Sql): Promise<string | null> {
  const row = await sql.one<{ day: string | null }>(
    `SELECT min(start)::text AS day FROM satisfaction.tally WHERE dimension = 'whole' AND grain = 'day'`,
  );
  return row?.day ?? null;
}
