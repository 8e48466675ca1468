import { readMessages, type Message } from '../../scripts/replay/messages';
import { burst } from '../load/burst';
import { judgedMessages, type Judged } from '../load/judged-messages';
import { callerOf } from '../load/matter';
import { burstConnections } from '../raw-probe/raw-probe';
import { percentile } from '../statistics';
import type { Stand } from '../stand/stand';
import type { Bench, BenchRun } from './bench';

const nothingToRead =
  'look-alikes: nothing measured. Give the file of messages that bench/look-alikes/labels.jsonl judges with --messages FILE or as MESSAGES_FILE.';

/**
 * All messages of a stream are registered once; then each judged one that has look-alikes is asked for by title and text.
 * How many find a true one among the five that an agent is shown, and how long an agent waits.
 */
export const lookAlikes: Bench = async (run) => {
  if (!run.messages) {
    console.log(nothingToRead);
    return {};
  }
  const stream = await readMessages(run.messages, Infinity);
  const tickets = await registered(run, stream);
  const messages = new Map(stream.map((message) => [message.id, message]));
  const judged = (await judgedMessages()).filter(({ id, same }) => same.length > 0 && messages.has(id));
  if (judged.length === 0) throw new Error(`${run.messages} has none of the messages that were judged`);
  const times: number[] = [];
  let found = 0;
  for (const each of judged) {
    const began = performance.now();
    const five = await ask(run.stand, messages.get(each.id), tickets.get(each.id));
    times.push(performance.now() - began);
    if (hasTrueOne(five, each, tickets)) found += 1;
  }
  return {
    lookAlikesFound: found / judged.length,
    lookAlikesP50: percentile(times, 0.5),
    lookAlikesP95: percentile(times, 0.95),
  };
};

const hasTrueOne = (five: readonly string[], { same }: Judged, tickets: Tickets): boolean =>
  same.some((id) => five.includes(tickets.get(id) ?? ''));

/** By the messages' ids those of their tickets. */
type Tickets = ReadonlyMap<string, string>;
const known = new WeakMap<Stand, Promise<Tickets>>();

/** Once for all runs: a message that is stored twice would be its own look-alike. */
function registered(run: BenchRun, stream: readonly Message[]): Promise<Tickets> {
  const tickets = known.get(run.stand) ?? register(run, stream);
  known.set(run.stand, tickets);
  return tickets;
}

async function register({ stand, watch, offset }: BenchRun, stream: readonly Message[]): Promise<Tickets> {
  const { agent } = stand.staff;
  const tickets = new Map<string, string>();
  await burst(stream.length, burstConnections, async (index) => {
    const { id, title, text } = stream[index] as Message;
    const citizen = { name: '测试人', phone: callerOf(offset + index) };
    const body = { type: 'help', channel: 'web', title, content: text, citizen } as const;
    tickets.set(id ?? String(index), (await agent.call('POST /api/tickets', { body })).id);
  });
  await watch.settled();
  return tickets;
}

async function ask({ staff }: Stand, message: Message | undefined, ticketId: string | undefined): Promise<string[]> {
  const body = { title: message?.title ?? '', content: message?.text, ticketId };
  const { items } = await staff.agent.call('POST /api/tickets/similar', { body });
  return items.map(({ ticket }) => ticket.id);
}
