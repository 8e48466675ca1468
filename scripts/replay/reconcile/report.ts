import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import type { HotlineClient } from '../hotline-client';
import type { Ledger } from '../ledger';
import type { Check } from './check';
import { countedBy } from './measures';
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
    if (kind === 'rate') checks.push(...(await checkRate(reader, period, report, key)));
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

async function checkRate(reader: HotlineClient, period: Period, report: Report, key: string): Promise<Check[]> {
  const cell = report.totals[key];
  if (cell === null || typeof cell !== 'object')
    return [{ label: `rate ${key}`, ledger: '–', hotline: 'no rate', holds: false }];
  const { numerator, denominator, value } = cell;
  const above = await ticketsBehind(reader, { ...period, column: key, part: 'numerator' });
  const below = await ticketsBehind(reader, { ...period, column: key, part: 'denominator' });
  const right = value === null ? denominator === 0 : Math.abs(value - numerator / denominator) < 1e-9;
  const shown = `${numerator} / ${denominator}`;
  const holds = right && above.length === numerator && below.length === denominator;
  return [{ label: `rate ${key}`, ledger: `${above.length} / ${below.length} tickets`, hotline: shown, holds }];
}

async function ticketsBehind(reader: HotlineClient, cell: Cell): Promise<string[]> {
  const items = await walk((cursor) =>
    reader.call('GET /api/reports/:name/tickets', { params, query: { ...cell, limit: 200, cursor } }),
  );
  const ids = items.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) throw new Error(`the tickets behind ${cell.column} name one twice`);
  return ids;
}
