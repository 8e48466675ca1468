import { burst } from '../load/burst';
import { registration } from '../load/matter';
import { burstConnections } from '../raw-probe/raw-probe';
import { cpuMsEach } from '../stand/process-facts';
import type { Bench } from './bench';

const tickets = 4_000;

/** A burst of registrations, each durable when answered; then until routing and search have followed. */
export const registrations: Bench = async ({ stand, watch, offset, raw }) => {
  const { agent } = stand.staff;
  const began = performance.now();
  let registered = 0;
  const hotlineCpu = await cpuMsEach(stand.pid, tickets, async () => {
    const { seconds } = await burst(tickets, burstConnections, async (index) => {
      await agent.call('POST /api/tickets', { body: registration(stand.places, offset + index) });
    });
    registered = tickets / seconds;
    await watch.drained();
  });
  const drained = tickets / ((performance.now() - began) / 1_000);
  return { registered, registeredRatio: registered / raw, drained, hotlineCpu };
};
