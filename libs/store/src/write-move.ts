import { hearersOf } from '#ticket/event';
import type { Ticket } from '#ticket/ticket';
import { assignmentRow } from './assignment-columns';
import { countOwedRows } from './count-owed';
import { owesFeedback } from './feedback-rows';
import type { ChainedLine } from './history-chain';
import { owesSorting } from './issue-owed';
import { insertions, type Records } from './insert-records';
import { lapses } from './lapsed-requests';
import { messageRows } from './message-rows';
import { owedOrderRows } from './owed-drafts';
import type { Sql } from './sql';
import { lapsesSupervisions, openOrders } from './supervision-rows';
import { changedFields, ticketColumns, type TicketField } from './ticket-columns';
import type { TicketRows } from './ticket-rows';
import { headOf, historyRow, keyRow, outboxRow } from './write-new-tickets';
import type { IdempotencyKey, Origin } from './writer';

/** What one move writes. */
export interface WrittenMove {
  readonly ticket: Ticket;
  readonly lines: readonly ChainedLine[];
  /** Rows beside the ticket that commit with it. */
  readonly rows?: Partial<TicketRows>;
  readonly key?: IdempotencyKey;
  /** The message of another system that asked for it. */
  readonly origin?: Origin;
  /** What the key refers to: the ticket, unless the move made something of its own. */
  readonly reference?: string;
}

/**
 * State, history, assignments, events, further rows and the writer's key of one move, in one statement that takes the
 * ticket's lock and finds it as it was read, or writes nothing. Answers whether it was: if not, somebody moved it
 * meanwhile.
 */
export async function writeMove(sql: Sql, before: Ticket, moved: WrittenMove): Promise<boolean> {
  const { ticket: after, lines } = moved;
  const fields = changedFields(before, after);
  const inserted = insertions(recordsOf(before, moved), { parameters: fixed.length, joined: 'changed' });
  const leaves = before.state === 'returning' && after.state !== 'returning';
  const ends = lapsesSupervisions(before, after);
  const owes = owesFeedback(after, lines);
  const values: unknown[] = [after.id, before.seq, headOf(lines), ...inserted.values];
  const parts = [
    ...inserted.parts,
    ...(before.nudges === after.nudges ? [] : [nudgeParts]),
    ...(leaves ? [lapse] : []),
    ...(ends ? [lapseOrders] : []),
    ...(owes ? [owe] : []),
    ...lapses(before, after, `$${fixed.length + 1}`, (ids) => `$${values.push(ids)}::uuid[]`),
  ];
  const row = await sql
    .about(after.id)
    .one<{ moved: boolean }>(
      `WITH ${[changed(fields, lines, values.length), ...parts].join(',\n')}\nSELECT moved FROM changed`,
      [...values, ...fields.map((field) => sqlValue(after[field]))],
    );
  return row?.moved ?? false;
}

/** The history comes first: `lapse` reads it. */
function recordsOf(before: Ticket, { ticket, lines, rows, ...writer }: WrittenMove): Records {
  const known = new Set(before.assignments);
  const parts = ticket.assignments.filter((each) => !known.has(each));
  return {
    'ticket.history': lines.map(historyRow),
    'ticket.outbox': lines.map((line) => outboxRow(ticket, line)),
    'ticket.issue_owed': owesSorting(before, ticket) ? [{ ticket_id: ticket.id }] : [],
    'ticket.count_owed': countOwedRows(lines),
    'ticket.message': messageRows(ticket, lines),
    'ticket.order_owed': owedOrderRows(before, ticket, lines),
    'ticket.assignment': parts.map((each) => assignmentRow(ticket, each)),
    'ticket.ticket_key': writerKeys(ticket, writer, lines.at(-1)?.at ?? ticket.stateSince),
    ...rows,
  };
}

const writerKeys = (
  { id }: Ticket,
  { key, origin, reference = id }: Pick<WrittenMove, 'key' | 'origin' | 'reference'>,
  at: Date,
): object[] => [
  ...(key ? [keyRow(key, reference, at)] : []),
  ...(origin ? [{ ...origin, reference: id, created_at: at }] : []),
];

const fixed = ['id', 'seq', 'head'] as const;

function changed(fields: readonly TicketField[], lines: readonly ChainedLine[], parameters: number): string {
  const changes = fields.map((field, index) => `${ticketColumns[field]} = $${parameters + index + 1}`);
  const set = ['head = $3', ...changes, ...clocksFollow(lines)].join(', ');
  return `changed AS (UPDATE ticket.ticket SET ${set} WHERE id = $1 AND seq = $2 RETURNING true AS moved)`;
}

/** What moves no clock leaves clocks that are current as current as they were: nobody will come to say so. */
const clocksFollow = (lines: readonly ChainedLine[]): string[] =>
  lines.some(({ event }) => hearersOf(event).includes('deadlines'))
    ? []
    : [`clocks_seq = CASE WHEN clocks_seq = seq THEN seq + ${lines.length} ELSE clocks_seq END`];

/** A return that nobody decided before the ticket left it, by whatever way (one that was decided is pending no more). */
const lapse = `lapsed AS (
  UPDATE ticket.return_request r SET state = 'lapsed', decided_at = (SELECT max(at) FROM json_populate_recordset(null::ticket.history, $${fixed.length + 1}))
  FROM changed WHERE r.ticket_id = $1 AND r.state = 'pending'
)`;

/** A desk is read in the order of its parts' own index, so each knows how often its citizen asked. */
const nudgeParts = `nudged AS (
  UPDATE ticket.assignment a SET nudges = a.nudges + 1 FROM changed WHERE a.ticket_id = $1
)`;

/** Orders are over with a ticket that is withdrawn, void, merged, a superior's again or archived. */
const lapseOrders = `lapsed_orders AS (
  UPDATE ticket.supervision o SET state = 'lapsed', closed_at = (SELECT max(at) FROM json_populate_recordset(null::ticket.history, $${fixed.length + 1}))
  FROM changed WHERE o.ticket_id = $1 AND o.${openOrders}
)`;

/** The system that the ticket came from is to be told; at once, unless it could not be reached and waits already. */
const owe = `owed AS (
  UPDATE ticket.feedback f SET owed_seq = told.seq,
    next_try_at = CASE WHEN f.owed_seq > f.told_seq THEN f.next_try_at ELSE told.at END
  FROM changed, (SELECT max(seq) AS seq, max(at) AS at FROM json_populate_recordset(null::ticket.history, $${fixed.length + 1})) told
  WHERE f.ticket_id = $1
)`;

/** Objects go to jsonb columns as text; arrays of words (`missing`) and instants the driver writes itself. */
const sqlValue = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !(value instanceof Date) && !Array.isArray(value)
    ? JSON.stringify(value)
    : value;
