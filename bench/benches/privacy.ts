import { join } from 'node:path';
import { burst } from '../load/burst';
import { DatabaseWatch } from '../load/database-watch';
import { registration } from '../load/matter';
import { burstConnections } from '../raw-probe/raw-probe';
import { openStand, type Stand } from '../stand/stand';
import { median } from '../statistics';
import type { Bench } from './bench';

const tickets = 2_000;
/** Counted bursts on either side. One takes between one and four seconds here, so only the middle of many says anything. */
const bursts = 8;

const withoutPrivacy = join(__dirname, '../stand/without-privacy.js');

/** A hotline, and what looks whether it has come to rest. */
interface Side {
  readonly stand: Stand;
  readonly watch: DatabaseWatch;
}

/**
 * The same burst on two hotlines by turns: as it is, and with encryption and masking taken out. Each begins when both
 * have nothing left to do and always after one of the other's, since who goes twice in a row is the faster for it; the
 * first of each is not counted, so that both are equally warm.
 */
export const privacy: Bench = async ({ stand, watch, offset }) => {
  const bare = await openStand(undefined, withoutPrivacy);
  const bareWatch = await DatabaseWatch.open(bare.databaseUrl);
  try {
    const asItIs: number[] = [];
    const without: number[] = [];
    for (let turn = 0; turn <= bursts; turn += 1) {
      const from = offset + turn * tickets;
      asItIs.push(await registered({ stand, watch }, from));
      without.push(await registered({ stand: bare, watch: bareWatch }, from));
    }
    return { privacyCost: 1 - median(without.slice(1)) / median(asItIs.slice(1)) };
  } finally {
    await bareWatch.close();
    await bare.close();
  }
};

/** Seconds until all were answered; comes back when nothing of it is left to do, on either side. */
async function registered({ stand: { staff, places }, watch }: Side, from: number): Promise<number> {
  const { seconds } = await burst(tickets, burstConnections, async (index) => {
    await staff.agent.call('POST /api/tickets', { body: registration(places, from + index) });
  });
  await watch.sorted();
  return seconds;
}
