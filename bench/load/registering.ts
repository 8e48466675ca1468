import { percentile } from '../statistics';
import type { Stand } from '../stand/stand';
import { registration } from './matter';
import { pace } from './pace';

const [perSecond, seconds] = [10, 10];

/** How many registrations one measurement makes. */
export const registrationsEach = perSecond * seconds;

/** How long a registration takes at an even pace, in ms: 95 of 100 are answered by then. */
export async function registeringP95({ staff, places }: Stand, from: number): Promise<number> {
  const took: number[] = [];
  await pace(perSecond, seconds, async (index) => {
    const began = performance.now();
    await staff.agent.call('POST /api/tickets', { body: registration(places, from + index) });
    took.push(performance.now() - began);
  });
  return percentile(took, 0.95);
}
