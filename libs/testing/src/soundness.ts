import type { State } from '#ticket/state';
import { isOpen } from '#ticket/state';
import { auditRange } from '#store/audit-range';
import { everyId } from '#store/read-audited';
import type { Database } from '#store/database';
import type { KeyRing } from '#store/key-ring';

interface Standing {
  [column: string]: unknown;
  id: string;
  number: string;
  state: State;
  type: string;
  judgementDue: boolean;
  running: string[] | null;
  leads: number;
}

const standings = `
SELECT t.id, t.number, t.state, t.type, t.judgement_due AS "judgementDue",
  (SELECT array_agg(k.kind ORDER BY k.kind) FROM ticket.clock k WHERE k.ticket_id = t.id AND k.state = 'running' AND NOT (
     t.state = 'closed' AND EXISTS (SELECT 1 FROM ticket.assignment c WHERE c.ticket_id = t.id
       AND c.role = 'co-handler' AND c.ended_at IS NULL AND (c.id = k.assignment_id OR k.key = (SELECT 'extension:' || e.id
         FROM ticket.extension e WHERE e.ticket_id = c.ticket_id AND e.assignment_id = c.id AND e.state = 'pending'))))) AS running,
  (SELECT count(*) FROM ticket.assignment a WHERE a.ticket_id = t.id AND a.role = 'lead'
     AND a.state IN ('waiting', 'working', 'objecting', 'signing'))::int AS leads
FROM ticket.ticket t ORDER BY t.id`;

/** What is wrong with the tickets of a house at rest: what must hold for each of them whatever happened. */
export async function faultsOf(database: Database, keys: KeyRing): Promise<string[]> {
  const tickets = await database.sql.query<Standing>(standings, []);
  const { broken } = await auditRange(database, keys, everyId);
  const chains = broken.map(({ number, seq, fault }) => `${number ?? 'nobody'}: line ${seq}: ${fault}`);
  const standing = tickets.flatMap((ticket) => [...clockFaults(ticket), ...leadFaults(ticket)]);
  return [...(await deadLetters(database)), ...chains, ...standing];
}

async function deadLetters(database: Database): Promise<string[]> {
  const rows = await database.sql.query<{ told: string }>(
    `SELECT concat_ws(' ', service, 'gave up', event, reason) AS told FROM ticket.dead_letter WHERE requeued_at IS NULL`,
    [],
  );
  return rows.map(({ told }) => told);
}

/**
 * Every open ticket has a running clock, praise aside; on an ended one runs only what waits for a verdict, a master, the
 * answer to an order, the review of what was put aside, an appeal, or a co-handler who may still answer.
 */
function clockFaults({ number, state, type, running, judgementDue }: Standing): string[] {
  const kinds = running ?? [];
  if (isOpen(state)) return kinds.length > 0 || type === 'praise' ? [] : [`${number}: ${state}, and no clock runs`];
  const ofClosed = ['supervision', 'held', 'appeal-window', 'appeal', ...(judgementDue ? ['judgement'] : [])];
  const expected = state === 'merged' ? ['citizen'] : state === 'closed' ? ofClosed : [];
  const strange = kinds.filter((kind) => !expected.includes(kind));
  return strange.length === 0 ? [] : [`${number}: ${state}, and still running: ${strange.join(', ')}`];
}

const withLead: readonly State[] = ['dispatched', 'handling', 'returning', 'held'];

function leadFaults({ number, state, leads }: Standing): string[] {
  const expected = withLead.includes(state) ? 1 : 0;
  return leads === expected ? [] : [`${number}: ${state} with ${leads} open leads`];
}
