import type { ReportDimension } from '#http-api/rating-shapes';
import type { Sample } from '../figures';
import { registration } from '../load/matter';
import { paceWhile } from '../load/pace';
import { percentile } from '../statistics';
import type { Stand } from '../stand/stand';

/** A month of the simulated period. */
const month = { from: '2021-05-01', to: '2021-05-31' } as const;
const perSecond = 50;
const noticesMade = 20;

interface Waits {
  readonly tables: Map<string, number[]>;
  readonly drills: number[];
  readonly registrations: number[];
}

/** Reads the month's tables one after another, by each dimension, while so many tickets a second come in. */
export async function measureTables(stand: Stand, seconds: number): Promise<Sample> {
  const waits: Waits = { tables: new Map(), drills: [], registrations: [] };
  const end = performance.now() + seconds * 1_000;
  const goesOn = () => performance.now() < end;
  await Promise.all([
    paceWhile(perSecond, goesOn, (index) => register(stand, index, waits)),
    read(stand, goesOn, waits),
  ]);
  const p95 = [...waits.tables].map(([table, each]) => [table, percentile(each, 0.95)] as const);
  for (const [table, value] of p95)
    console.log(`${table.padEnd(26)} p95 ${value.toFixed(0)} ms of ${waits.tables.get(table)?.length ?? 0}`);
  return {
    reportTable: Math.max(...p95.map(([, value]) => value)),
    reportByDepartment: percentile(waits.tables.get('departments by department') ?? [], 0.95),
    reportDrill: percentile(waits.drills, 0.95),
    registeringReporting: percentile(waits.registrations, 0.95),
  };
}

async function register({ staff, places }: Stand, index: number, { registrations }: Waits): Promise<void> {
  registrations.push(
    await tookMs(() => staff.agent.call('POST /api/tickets', { body: registration(places, index) })),
  );
}

async function read(stand: Stand, goesOn: () => boolean, waits: Waits): Promise<void> {
  const { manager } = stand.staff;
  const { items } = await manager.call('GET /api/reports');
  const tables = items
    .filter(({ keepsPast }) => keepsPast)
    .flatMap(({ name, dimensions }) => dimensions.map((by) => ({ name, by })));
  while (goesOn())
    for (const { name, by } of tables) {
      const key = `${name} by ${by}`;
      const query = { ...month, by };
      let first: string | null | undefined;
      const took = await tookMs(async () => {
        first = (await manager.call('GET /api/reports/:name', { params: { name }, query })).rows[0]?.key;
      });
      waits.tables.set(key, [...(waits.tables.get(key) ?? []), took]);
      if (name === 'overview' && first) await drill(stand, { by, row: first }, waits);
      if (!goesOn()) return;
    }
}

/** A page of the tickets behind a cell: those received in a row. */
async function drill({ staff }: Stand, cell: { by: ReportDimension; row: string }, { drills }: Waits): Promise<void> {
  const query = { ...month, ...cell, column: 'received' };
  drills.push(
    await tookMs(() => staff.manager.call('GET /api/reports/:name/tickets', { params: { name: 'overview' }, query })),
  );
}

/** Makes the month's notice some times over; how long each of its tables takes on the average of one making, p95. */
export async function measureNotice({ staff: { manager } }: Stand): Promise<Sample> {
  const took: number[] = [];
  for (let made = 0; made < noticesMade; made += 1) {
    const body = { kind: 'monthly', on: month.from } as const;
    let id = '';
    const whole = await tookMs(async () => ({ id } = await manager.call('POST /api/bulletins', { body })));
    const { sections } = await manager.call('GET /api/bulletins/:id', { params: { id } });
    took.push(whole / sections.length);
  }
  return { noticeTable: percentile(took, 0.95) };
}

async function tookMs(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
