import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import type { HotlineClient } from '../hotline-client';
import type { Ledger } from '../ledger';
import type { Check } from './check';
import { countedBy, ratedBy } from './measures';
import { firstInstant } from './states';
import { walk } from './walk';

type Report = RouteAnswer<'GET /api/reports/:name'>;
type Cell = NonNullable<RouteRequest<'GET /api/reports/:name/tickets'>['query']>;
type Period = Pick<Cell, 'from' | 'to'>;

const params = { name: 'overview' };
const shanghaiMs = 8 * 3_600_000;
const dayOf = (at: Date): string => new Date(at.getTime() + shanghaiMs).toISOString().slice(0, 10);

/** Every figure of the overview must be the count of the tickets behind it, and for our own tickets what the ledger says. */
export async function checkReport(reader: HotlineClient, ledger: Ledger): Promise<Check[]> {
  const period = { from: dayOf(new Date(firstInstant(ledger))), to: dayOf(new Date()) };
  const report = await reader.call('GET /api/reports/:name', { params, query: { ...period, by: 'type' } });
  const checks: Check[] = [];
  for (const { key, kind } of report.columns) {
    if (kind === 'count')
      checks.push(await checkCount(reader, ledger, period, { key, figure: Number(report.totals[key]) }));
    if (kind === 'rate') checks.push(await checkRate(reader, ledger, period, { key, cell: report.totals[key] }));
  }
  return checks;
}

/** The ledger's figure is for the replay's own tickets; the hotline's may hold others of the same days. */
async function checkCount(
  reader: HotlineClient,
  ledger: Ledger,
  period: Period,
  { key, figure }: { key: string; figure: number },
): Promise<Check> {
  const behind = await ticketsBehind(reader, { ...period, column: key });
  const own = behind.filter((id) => ledger.entries.has(id)).length;
  const expected = countedBy(key, ledger.all());
  const others = behind.length - own;
  return {
    label: `report ${key}`,
    ledger: expected ?? '–',
    hotline: others > 0 ? `${own} + ${others} others` : own,
    holds: figure === behind.length && (expected === null || expected === own),
  };
}

/** Both parts of a rate: the tickets behind them, and for our own tickets what the ledger makes of the rate by itself. */
async function checkRate(
  reader: HotlineClient,
  ledger: Ledger,
  period: Period,
  { key, cell }: { key: string; cell: Report['totals'][string] | undefined },
): Promise<Check> {
  const label = `rate ${key}`;
  const expected = ratedBy(key, ledger.all());
  if (cell === null || typeof cell !== 'object')
    return { label, ledger: expected?.join(' / ') ?? '–', hotline: 'no rate', holds: false };
  const { numerator, denominator, value } = cell;
  const above = await ticketsBehind(reader, { ...period, column: key, part: 'numerator' });
  const below = await ticketsBehind(reader, { ...period, column: key, part: 'denominator' });
  const isOwn = (id: string) => ledger.entries.has(id);
  const own = [above.filter(isOwn).length, below.filter(isOwn).length];
  const right = value === null ? denominator === 0 : Math.abs(value - numerator / denominator) < 1e-9;
  const agrees = expected === null || (expected[0] === own[0] && expected[1] === own[1]);
  return {
    label,
    ledger: expected?.join(' / ') ?? '–',
    hotline: own.join(' / '),
    holds: right && agrees && (await worthOf(reader, period, key, above)) === numerator && below.length === denominator,
  };
}

/** How much these tickets make of a numerator: one each, but for formula C, where one that is basically satisfied makes 0.8. */
async function worthOf(reader: HotlineClient, period: Period, key: string, above: readonly string[]): Promise<number> {
  if (key !== 'satisfactionRateC') return above.length;
  const basically = (await ticketsBehind(reader, { ...period, column: 'basicallySatisfied' })).length;
  return (10 * (above.length - basically) + 8 * basically) / 10;
}

async function ticketsBehind(reader: HotlineClient, cell: Cell): Promise<string[]> {
  const items = await walk((cursor) =>
    reader.call('GET /api/reports/:name/tickets', { params, query: { ...cell, limit: 200, cursor } }),
  );
  const ids = items.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) throw new Error(`the tickets behind ${cell.column} name one twice`);
  return ids;
}
