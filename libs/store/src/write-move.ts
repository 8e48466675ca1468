import type { Ticket } from '#ticket/ticket';
import { assignmentInserts, assignmentRow, assignmentUpdates } from './assignment-columns';
import type { ChainedLine } from './history-chain';
import type { Sql } from './sql';
import { changedFields, ticketColumns, type TicketField } from './ticket-columns';
import { headOf, historyRow, keyRow, outboxRow } from './write-new-tickets';
import type { IdempotencyKey } from './writer';

const history = 'ticket_id, seq, at, actor, name, "from", "to", data, text, text_digest, hash';

/**
 * State, history, assignments, events and the writer's key of one move, in one statement that takes the ticket's lock
 * and finds it as it was read, or writes nothing. Answers whether it was: if not, somebody moved it meanwhile.
 */
export async function writeMove(
  sql: Sql,
  before: Ticket,
  moved: { ticket: Ticket; lines: readonly ChainedLine[] },
  key?: IdempotencyKey,
): Promise<boolean> {
  const { ticket: after, lines } = moved;
  const fields = changedFields(before, after);
  const known = new Set(before.assignments);
  const parts = after.assignments.filter((each) => !known.has(each)).map((each) => assignmentRow(after.id, each));
  const leaves = before.state === 'returning' && after.state !== 'returning';
  const row = await sql
    .about(after.id)
    .one<{ moved: boolean }>(statementFor(fields, leaves ? lapse : ''), [
      after.id,
      before.seq,
      headOf(lines),
      JSON.stringify(lines.map(historyRow)),
      JSON.stringify(lines.map((line) => outboxRow(after, line))),
      JSON.stringify(parts),
      JSON.stringify(key ? [keyRow(key, after.id, lines.at(-1)?.at ?? after.stateSince)] : []),
      ...fields.map((field) => sqlValue(after[field])),
    ]);
  return row?.moved ?? false;
}

const firstFieldParameter = 8;

/** A return that nobody decided before the ticket left it, by whatever way (one that was decided is pending no more). */
const lapse = `, lapsed AS (
  UPDATE ticket.return_request r SET state = 'lapsed', decided_at = (SELECT max(at) FROM jsonb_populate_recordset(null::ticket.history, $4))
  FROM changed WHERE r.ticket_id = $1 AND r.state = 'pending'
)`;

const statementFor = (fields: readonly TicketField[], besides: string): string => {
  const changes = fields.map((field, index) => `${ticketColumns[field]} = $${index + firstFieldParameter}`);
  return `
WITH changed AS (
  UPDATE ticket.ticket SET ${['head = $3', ...changes].join(', ')} WHERE id = $1 AND seq = $2 RETURNING true AS moved
), lines AS (
  INSERT INTO ticket.history (${history}) SELECT ${history} FROM jsonb_populate_recordset(null::ticket.history, $4), changed
), events AS (
  INSERT INTO ticket.outbox (lane, event, ticket_id, seq, at)
  SELECT lane, event, ticket_id, seq, at FROM jsonb_populate_recordset(null::ticket.outbox, $5), changed
), keys AS (
  INSERT INTO ticket.ticket_key (kind, value, reference, digest, created_at)
  SELECT kind, value, reference, digest, created_at FROM jsonb_populate_recordset(null::ticket.ticket_key, $7), changed
), parts AS (
  INSERT INTO ticket.assignment (${assignmentInserts})
  SELECT ${assignmentInserts} FROM jsonb_populate_recordset(null::ticket.assignment, $6), changed
  ON CONFLICT (ticket_id, id) DO UPDATE SET ${assignmentUpdates}
)${besides}
SELECT moved FROM changed`;
};

/** Objects go to jsonb columns as text; arrays of words (`missing`) and instants the driver writes itself. */
const sqlValue = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !(value instanceof Date) && !Array.isArray(value)
    ? JSON.stringify(value)
    : value;
