import type { Ticket } from '#ticket/ticket';
import { assignmentInserts, assignmentRow, assignmentUpdates } from './assignment-columns';
import type { ChainedLine } from './history-chain';
import type { Sql } from './sql';
import { changedFields, ticketColumns, type TicketField } from './ticket-columns';
import { headOf, historyRow, outboxRow } from './write-new-tickets';

const history = 'ticket_id, seq, at, actor, name, "from", "to", data, text, text_digest, hash';

/** State, history, assignments and events of one move, in one statement. */
export async function writeMove(sql: Sql, before: Ticket, after: Ticket, lines: readonly ChainedLine[]): Promise<void> {
  const fields = changedFields(before, after);
  const known = new Set(before.assignments);
  const parts = after.assignments.filter((each) => !known.has(each)).map((each) => assignmentRow(after.id, each));
  await sql.query(statementFor(fields), [
    after.id,
    headOf(lines),
    JSON.stringify(lines.map(historyRow)),
    JSON.stringify(lines.map((line) => outboxRow(after, line))),
    JSON.stringify(parts),
    ...fields.map((field) => sqlValue(after[field])),
  ]);
}

const firstFieldParameter = 6;

const statementFor = (fields: readonly TicketField[]): string => {
  const changes = fields.map((field, index) => `${ticketColumns[field]} = $${index + firstFieldParameter}`);
  return `
WITH changed AS (
  UPDATE ticket.ticket SET ${['head = $2', ...changes].join(', ')} WHERE id = $1
), lines AS (
  INSERT INTO ticket.history (${history}) SELECT ${history} FROM jsonb_populate_recordset(null::ticket.history, $3)
), events AS (
  INSERT INTO ticket.outbox (lane, event, ticket_id, seq, at)
  SELECT lane, event, ticket_id, seq, at FROM jsonb_populate_recordset(null::ticket.outbox, $4)
)
INSERT INTO ticket.assignment (${assignmentInserts})
SELECT ${assignmentInserts} FROM jsonb_populate_recordset(null::ticket.assignment, $5)
ON CONFLICT (ticket_id, id) DO UPDATE SET ${assignmentUpdates}`;
};

/** Objects go to jsonb columns as text; arrays of words (`missing`) and instants the driver writes itself. */
const sqlValue = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !(value instanceof Date) && !Array.isArray(value)
    ? JSON.stringify(value)
    : value;
