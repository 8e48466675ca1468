import { join } from 'node:path';
import { burst } from '../load/burst';
import { DatabaseWatch } from '../load/database-watch';
import { registration } from '../load/matter';
import { burstConnections } from '../raw-probe/raw-probe';
import { openStand, type Stand } from '../stand/stand';
import { median } from '../statistics';
import type { Bench } from './bench';

const tickets = 2_000;
/** Bursts in turns, so that what else the machine does falls on both. */
const turns = 5;

const withoutPrivacy = join(__dirname, '../stand/without-privacy.js');

/** A hotline, and what looks whether it has come to rest. */
interface Side {
  readonly stand: Stand;
  readonly watch: DatabaseWatch;
}

/**
 * The same burst on two hotlines in turns: as it is, and with encryption and masking taken out. Each begins when both
 * have nothing left to do, after one burst on each that is not counted, so that both are equally warm.
 */
export const privacy: Bench = async ({ stand, watch, offset }) => {
  const bare = await openStand(undefined, withoutPrivacy);
  const bareWatch = await DatabaseWatch.open(bare.databaseUrl);
  const sides = [
    { stand, watch },
    { stand: bare, watch: bareWatch },
  ] as const;
  try {
    const costs: number[] = [];
    for (let turn = 0; turn <= turns; turn += 1) {
      const [asItIs, without] = await turnOf(sides, offset + turn * tickets, turn % 2 === 1);
      if (turn > 0) costs.push(1 - without / asItIs);
    }
    return { privacyCost: median(costs) };
  } finally {
    await bareWatch.close();
    await bare.close();
  }
};

/** Seconds of a burst on either side; whoever begins finds the cooler machine, so they begin in turns. */
async function turnOf(
  [asItIs, without]: readonly [Side, Side],
  from: number,
  isReversed: boolean,
): Promise<[number, number]> {
  if (!isReversed) return [await registered(asItIs, from), await registered(without, from)];
  const bare = await registered(without, from);
  return [await registered(asItIs, from), bare];
}

/** Seconds until all were answered; comes back when the hotline is at rest again. */
async function registered({ stand: { staff, places }, watch }: Side, from: number): Promise<number> {
  const { seconds } = await burst(tickets, burstConnections, async (index) => {
    await staff.agent.call('POST /api/tickets', { body: registration(places, from + index) });
  });
  await watch.settled();
  return seconds;
}
