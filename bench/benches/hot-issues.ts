import { burst } from '../load/burst';
import { callerOf, inventedMatter, registration } from '../load/matter';
import { burstConnections } from '../raw-probe/raw-probe';
import type { Bench } from './bench';

const tickets = 1_500;

/** What was registered while nothing was sorted is then sorted into hot issues by the one process, as fast as it goes. */
export const hotIssues: Bench = async ({ stand: { staff, places }, watch, offset }) => {
  await watch.sorted();
  const began = await watch.whileUnsorted(async () => {
    await burst(tickets, burstConnections, async (index) => {
      const body = {
        ...registration(places, offset + index, callerOf(offset + index)),
        ...inventedMatter(offset + index),
      };
      await staff.agent.call('POST /api/tickets', { body });
    });
    await watch.settled();
    return performance.now();
  });
  await watch.sorted();
  return { sorted: tickets / ((performance.now() - began) / 1_000) };
};
