import { setTimeout as sleep } from 'node:timers/promises';
import { registration } from '../load/matter';
import { pace } from '../load/pace';
import { percentile } from '../statistics';
import type { Bench } from './bench';

const [perSecond, seconds] = [100, 15];
const warmingSeconds = 2;
/** How often the database is looked at, which bounds how exact the figure is. */
const lookMs = 3;
const givingUpMs = 30_000;

/** From the answer to a registration until the ticket is dispatched and its clocks run. */
export const dispatch: Bench = async ({ stand, watch, offset }) => {
  const answeredAt = new Map<string, number>();
  const waits: number[] = [];
  let last = Infinity;
  const look = async () => {
    while (performance.now() < last || answeredAt.size > 0) {
      for (const id of await watch.dispatchedWithClocks([...answeredAt.keys()])) {
        waits.push(performance.now() - (answeredAt.get(id) ?? 0));
        answeredAt.delete(id);
      }
      if (performance.now() > last + givingUpMs) throw new Error(`${answeredAt.size} tickets were not dispatched`);
      await sleep(lookMs);
    }
  };
  const looking = look();
  const register = async (index: number) => {
    const { id } = await stand.staff.agent.call('POST /api/tickets', {
      body: registration(stand.places, offset + index),
    });
    answeredAt.set(id, performance.now());
  };
  await pace(perSecond, seconds, register).finally(() => (last = performance.now()));
  await looking;
  const warm = waits.slice(perSecond * warmingSeconds);
  return { dispatchP50: percentile(warm, 0.5), dispatchP99: percentile(warm, 0.99) };
};
