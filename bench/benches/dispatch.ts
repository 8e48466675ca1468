import { dispatchWaits } from '../load/dispatch-waits';
import { registration } from '../load/matter';
import { pace } from '../load/pace';
import { percentile } from '../statistics';
import type { Bench } from './bench';

const [perSecond, seconds] = [100, 15];
const warmingSeconds = 2;

/** From the answer to a registration until the ticket is dispatched and its clocks run. */
export const dispatch: Bench = async ({ stand, watch, offset }) => {
  const waits = await dispatchWaits(
    (ids) => watch.dispatchedWithClocks(ids),
    (waitsSince) =>
      pace(perSecond, seconds, async (index) => {
        const { id } = await stand.staff.agent.call('POST /api/tickets', {
          body: registration(stand.places, offset + index),
        });
        waitsSince(id, performance.now());
      }),
  );
  const warm = waits.slice(perSecond * warmingSeconds);
  return { dispatchP50: percentile(warm, 0.5), dispatchP99: percentile(warm, 0.99) };
};
