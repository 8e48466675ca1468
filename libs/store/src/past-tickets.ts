import type { Alert } from '#ticket/clock-kind';
import type { Ticket } from '#ticket/ticket';
import { assignmentInserts, assignmentRow } from './assignment-columns';
import type { CitizenRow } from './citizen';
import { clockColumns, clockRecord, type ClockRow, type ClockSummary } from './clock-rows';
import type { ChainedLine } from './history-chain';
import type { Sql } from './sql';
import { ticketColumns, ticketRow } from './ticket-columns';
import { headOf, historyRow, keyRows } from './write-new-tickets';

/** A ticket with its whole past: what its registration and every later step would have left behind. */
export interface PastTicket {
  readonly ticket: Ticket;
  readonly lines: readonly ChainedLine[];
  readonly citizen: CitizenRow | null;
  readonly clocks: readonly ClockRow[];
  readonly standing: Omit<ClockSummary, 'seq'>;
  readonly parts: readonly { id: string; dueAt: Date; alert: Alert }[];
  /** Rows of the tables of these names, by their columns. */
  readonly rows: Readonly<Record<'rating' | 'return_request' | 'callback_attempt', readonly object[]>>;
}

const standing = 'head, due_at, promised_at, alert, clocks_seq, searched_version';
const tickets = [...Object.values(ticketColumns), standing].join(', ');
const history = 'ticket_id, seq, at, actor, name, "from", "to", data, text, text_digest, hash';
const ratings =
  'ticket_id, id, round, source, contacted, solved, satisfaction, comment, merged, judged_reasonable, by_account, at';
const returns =
  'ticket_id, id, assignment_id, department_id, reason_code, basis, state, needs_arbitration, asked_at, decided_at';
const attempts = 'ticket_id, id, round, outcome, appointment_at, by_account, at';

const insert = (table: string, columns: string, parameter: number): string =>
  `INSERT INTO ticket.${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(null::ticket.${table}, $${parameter})`;

const statement = `
WITH keys AS (${insert('ticket_key', 'kind, value, reference, digest, created_at', 1)}),
citizens AS (${insert('citizen', 'id, phone_hash, sealed, wrapped_key', 2)} ON CONFLICT (id) DO NOTHING),
tickets AS (${insert('ticket', tickets, 3)}),
lines AS (${insert('history', history, 4)}),
parts AS (${insert('assignment', `${assignmentInserts}, due_at, alert`, 5)}),
ratings AS (${insert('rating', ratings, 6)}),
returns AS (${insert('return_request', returns, 7)}),
attempts AS (${insert('callback_attempt', attempts, 8)})
${insert('clock', clockColumns, 9)}`;

/**
 * Writes tickets of one month with their past, all or nothing. Nobody is told: no event goes out, their clocks are
 * those given, and the caller writes what search reads of them.
 */
export async function writePastTickets(sql: Sql, past: readonly PastTicket[]): Promise<void> {
  const [first] = past;
  if (!first) return;
  await sql
    .about(first.ticket.id)
    .query(statement, [
      JSON.stringify(past.flatMap(({ ticket }) => keyRows({ ticket }))),
      JSON.stringify(citizensOf(past)),
      JSON.stringify(past.map(ticketRecord)),
      JSON.stringify(past.flatMap(({ lines }) => lines.map(historyRow))),
      JSON.stringify(past.flatMap(partRecords)),
      JSON.stringify(past.flatMap(({ rows }) => rows.rating)),
      JSON.stringify(past.flatMap(({ rows }) => rows.return_request)),
      JSON.stringify(past.flatMap(({ rows }) => rows.callback_attempt)),
      JSON.stringify(past.flatMap(({ ticket, clocks }) => clocks.map((clock) => clockRecord(ticket.id, clock)))),
    ]);
}

/** Each once, in the order of ids, so that two writers of the same citizens wait for each other and not in a circle. */
function citizensOf(past: readonly PastTicket[]): CitizenRow[] {
  const rows = new Map(past.flatMap(({ citizen }) => (citizen ? [[citizen.id, citizen] as const] : [])));
  return [...rows.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
}

const ticketRecord = ({ ticket, lines, standing: { dueAt, promisedAt, alert } }: PastTicket): object => ({
  ...ticketRow(ticket),
  head: headOf(lines),
  due_at: dueAt,
  promised_at: promisedAt,
  alert,
  clocks_seq: ticket.seq,
  searched_version: ticket.version,
});

function partRecords({ ticket, parts }: PastTicket): object[] {
  const known = new Map(parts.map((part) => [part.id, part]));
  return ticket.assignments.map((each) => {
    const { dueAt = null, alert = 'none' } = known.get(each.id) ?? {};
    return { ...assignmentRow(ticket.id, each), due_at: dueAt, alert };
  });
}
