import { eventNames, hearersOf } from '#ticket/event';
import { serviceNames } from '#ticket/service';
import { transitionNames, transitionRow } from '#ticket/transition';
import type { Database } from '#store/database';
import type { Queues } from '#queue/queue-connection';

const clocked = eventNames.filter((name) => hearersOf(name).includes('deadlines'));
/** Transitions after which clocks have to be kept. */
const clockedMoves = transitionNames.filter((name) => clocked.includes(transitionRow(name).emits));

const owed = `
SELECT (SELECT sum(seq) FROM ticket.ticket)::int AS moves, (SELECT count(*) FROM ticket.outbox)::int AS outbox,
  (SELECT count(*) FROM ticket.ticket t WHERE t.searched_version < t.version AND NOT (${given('intake')}))::int AS unsearched,
  (SELECT count(*) FROM ticket.ticket t WHERE t.clocks_seq < t.seq AND NOT (${given('deadlines')}) AND EXISTS (
    SELECT 1 FROM ticket.history h WHERE h.ticket_id = t.id AND h.seq > t.clocks_seq AND h.name = ANY($1)))::int AS unclocked`;

/**
 * What the house still has to do by itself, in words; nothing when it rests. Jobs given up wait for a person.
 * Database and queue cannot be seen in one moment: a job may move a ticket after the database was read and be done
 * before the queue is. So the house only rests when no ticket moved from before the queue was read to after it.
 */
export async function restless(database: Database, queues: Queues): Promise<string> {
  const { moves: before, ...owing } = await readOwed(database);
  const jobs = await Promise.all(serviceNames.map((service) => waitingJobs(queues, service)));
  const { moves: after } = await readOwed(database);
  const counts = { ...owing, ...Object.fromEntries(jobs), 'moves just made': after - before };
  const words = Object.entries(counts).filter(([, count]) => count > 0);
  return words.map(([what, count]) => `${what} ${count}`).join(', ');
}

async function readOwed(database: Database): Promise<Record<string, number> & { moves: number }> {
  const row = await database.sql.one<Record<string, number> & { moves: number }>(owed, [clockedMoves]);
  return { ...row, moves: row?.moves ?? 0 };
}

async function waitingJobs(queues: Queues, service: (typeof serviceNames)[number]): Promise<[string, number]> {
  const counts = await queues.queue(service).getJobCounts('wait', 'prioritized', 'active', 'delayed');
  return [`jobs of ${service}`, Object.values(counts).reduce((sum, count) => sum + count, 0)];
}

function given(service: string): string {
  return `EXISTS (SELECT 1 FROM ticket.dead_letter d WHERE d.service = '${service}' AND d.ticket_id = t.id AND d.requeued_at IS NULL)`;
}
