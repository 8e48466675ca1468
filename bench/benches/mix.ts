import { Patience } from '../../scripts/replay/patience';
import { burst } from '../load/burst';
import { reply } from '../load/handled';
import { awaitLed } from '../load/led-ticket';
import { callerOf, registration } from '../load/matter';
import { pace } from '../load/pace';
import { percentile } from '../statistics';
import { cpuMsEach } from '../stand/process-facts';
import type { Stand } from '../stand/stand';
import type { Bench } from './bench';

const [tickets, atOnce] = [600, 24];
const [perSecond, seconds] = [20, 20];
const firstGuessMs = 30;

/** What a hotline does all day, on a database that holds 50,000 tickets: as fast as it goes, then at an even pace. */
export const mix: Bench = async ({ stand, watch, offset }) => {
  const patience = new Patience(firstGuessMs);
  let rate = 0;
  const hotlineCpu = await cpuMsEach(stand.pid, tickets, async () => {
    const result = await burst(tickets, atOnce, (index) => attend({ stand, patience, timed: untimed }, offset + index));
    rate = tickets / result.seconds;
  });
  await watch.settled();
  const calls: number[] = [];
  const timed: Timed = async (call) => {
    const began = performance.now();
    const answer = await call;
    calls.push(performance.now() - began);
    return answer;
  };
  await pace(perSecond, seconds, (index) => attend({ stand, patience, timed }, offset + tickets + index));
  return { mix: rate, mixP95: percentile(calls, 0.95), hotlineCpu };
};

type Timed = <Answer>(call: Promise<Answer>) => Promise<Answer>;
const untimed: Timed = (call) => call;

/** One ticket's share: a look-up by phone, a registration, two reads, four changes, four list refreshes. */
async function attend(work: { stand: Stand; patience: Patience; timed: Timed }, index: number): Promise<void> {
  const { stand, patience, timed } = work;
  const { agent, dispatcher, reviewer, callback } = stand.staff;
  const phone = callerOf(index);
  await timed(agent.call('POST /api/citizens/search', { body: { phone } }));
  const { id } = await timed(agent.call('POST /api/tickets', { body: registration(stand.places, index, phone) }));
  await timed(agent.call('GET /api/tickets', { query: { limit: 50 } }));
  const { part, handler } = await timed(awaitLed(stand, id, patience));
  await timed(handler.call('GET /api/assignments', { query: { limit: 50 } }));
  await timed(handler.call('POST /api/assignments/:id/sign', { params: part, body: {} }));
  await timed(handler.call('POST /api/assignments/:id/contact', { params: part, body: contact() }));
  await timed(handler.call('POST /api/assignments/:id/reply', { params: part, body: reply }));
  await timed(reviewer.call('GET /api/reviews', { query: { limit: 50 } }));
  await timed(reviewer.call('POST /api/tickets/:id/approve', { params: { id }, body: {} }));
  await timed(callback.call('GET /api/callbacks', { query: { limit: 50 } }));
  await timed(dispatcher.call('GET /api/tickets/:id', { params: { id } }));
}

const contact = () => ({ at: new Date().toISOString(), by: 'phone' as const });
