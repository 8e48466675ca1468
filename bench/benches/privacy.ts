import { join } from 'node:path';
import { burst } from '../load/burst';
import { registration } from '../load/matter';
import { burstConnections } from '../raw-probe/raw-probe';
import { openStand, type Stand } from '../stand/stand';
import { median } from '../statistics';
import type { Bench } from './bench';

const tickets = 2_000;
/** Bursts in turns, so that what else the machine does falls on both. */
const turns = 5;

const withoutPrivacy = join(__dirname, '../stand/without-privacy.js');

/** The same burst on two hotlines in turns: as it is, and with encryption and masking taken out. */
export const privacy: Bench = async ({ stand, offset }) => {
  const bare = await openStand(undefined, withoutPrivacy);
  try {
    const costs: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const from = offset + turn * tickets;
      // Whoever begins has the colder machine: they begin in turns.
      const [first, second] = turn % 2 === 0 ? [stand, bare] : [bare, stand];
      const took = new Map([[first, await registered(first, from)]]);
      took.set(second, await registered(second, from));
      costs.push(1 - (took.get(bare) ?? 0) / (took.get(stand) ?? 1));
    }
    return { privacyCost: median(costs) };
  } finally {
    await bare.close();
  }
};

/** Seconds until all were answered. */
async function registered({ staff, places }: Stand, from: number): Promise<number> {
  const { seconds } = await burst(tickets, burstConnections, async (index) => {
    await staff.agent.call('POST /api/tickets', { body: registration(places, from + index) });
  });
  return seconds;
}
