import { Patience } from '../../scripts/replay/patience';
import { burst } from '../load/burst';
import { rating, reply } from '../load/handled';
import { awaitLed } from '../load/led-ticket';
import { registration } from '../load/matter';
import { cpuMsEach } from '../stand/process-facts';
import type { Stand } from '../stand/stand';
import type { Bench } from './bench';

const [tickets, atOnce] = [800, 16];
const firstGuessMs = 30;

/** Whole lives: register → dispatch → sign → reply → approve → rate → read, many at once. */
export const lifecycles: Bench = async ({ stand, offset }) => {
  const patience = new Patience(firstGuessMs);
  let perSecond = 0;
  const hotlineCpu = await cpuMsEach(stand.pid, tickets, async () => {
    const { seconds } = await burst(tickets, atOnce, (index) => live(stand, offset + index, patience));
    perSecond = tickets / seconds;
  });
  return { lifecycles: perSecond, hotlineCpu };
};

async function live(stand: Stand, index: number, patience: Patience): Promise<void> {
  const { agent, reviewer, callback } = stand.staff;
  const { id } = await agent.call('POST /api/tickets', { body: registration(stand.places, index) });
  const { part, handler } = await awaitLed(stand, id, patience);
  await handler.call('POST /api/assignments/:id/sign', { params: part, body: {} });
  await handler.call('POST /api/assignments/:id/reply', { params: part, body: reply });
  await reviewer.call('POST /api/tickets/:id/approve', { params: { id }, body: {} });
  await callback.call('POST /api/tickets/:id/ratings', { params: { id }, body: rating });
  const { state } = await agent.call('GET /api/tickets/:id', { params: { id } });
  if (state !== 'closed') throw new Error(`a whole life ended ${state}`);
}
