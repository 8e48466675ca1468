import type { Alert } from '#ticket/clock-kind';
import type { Ticket } from '#ticket/ticket';
import { assignmentRow } from './assignment-columns';
import { onceEach, type CitizenRow } from './citizen';
import { clockRecord, type ClockRow, type ClockSummary } from './clock-rows';
import type { ChainedLine } from './history-chain';
import { countOwedRows } from './count-owed';
import { insertions, type Records } from './insert-records';
import type { Sql } from './sql';
import { ticketRow } from './ticket-columns';
import type { TicketRows } from './ticket-rows';
import { rungRecord, type RungRow } from './rung-rows';
import { headOf, historyRow, keyRows } from './write-new-tickets';

/** A ticket with its whole past: what its registration and every later step would have left behind. */
export interface PastTicket {
  readonly ticket: Ticket;
  readonly lines: readonly ChainedLine[];
  readonly citizen: CitizenRow | null;
  readonly clocks: readonly ClockRow[];
  /** What figures are told of its due times (`dueRecords`). */
  readonly dues: readonly object[];
  /** What its clocks climbed. */
  readonly rungs?: readonly RungRow[];
  readonly standing: Omit<ClockSummary, 'seq'>;
  readonly parts: readonly { id: string; dueAt: Date; alert: Alert }[];
  readonly rows: Partial<TicketRows>;
}

/**
 * Writes tickets of one month with their past, all or nothing. Nobody is told: no event goes out, their clocks are
 * those given, and the caller writes what search reads of them.
 */
export async function writePastTickets(sql: Sql, past: readonly PastTicket[]): Promise<void> {
  const [first] = past;
  if (!first) return;
  const { parts, values } = insertions(recordsOf(past), { parameters: 0 });
  await sql.about(first.ticket.id).query(`WITH ${parts.join(',\n')}\nSELECT 1`, values);
}

const recordsOf = (past: readonly PastTicket[]): Records => ({
  'ticket.ticket_key': past.flatMap(({ ticket }) => keyRows({ ticket })),
  'ticket.citizen': onceEach(past.flatMap(({ citizen }) => citizen ?? [])),
  'ticket.ticket': past.map(ticketRecord),
  'ticket.history': past.flatMap(({ lines }) => lines.map(historyRow)),
  'ticket.count_owed': past.flatMap(({ lines }) => countOwedRows(lines)),
  'ticket.assignment': past.flatMap(partRecords),
  'ticket.clock': past.flatMap(({ ticket, clocks }) => clocks.map((clock) => clockRecord(ticket.id, clock))),
  'ticket.clock_due': past.flatMap(({ dues }) => dues),
  'ticket.rung': past.flatMap(({ rungs = [] }) => rungs.map(settledRung)),
  'ticket.rating': past.flatMap(({ rows }) => rows['ticket.rating'] ?? []),
  'ticket.return_request': past.flatMap(({ rows }) => rows['ticket.return_request'] ?? []),
  'ticket.extension': past.flatMap(({ rows }) => rows['ticket.extension'] ?? []),
  'ticket.callback_attempt': past.flatMap(({ rows }) => rows['ticket.callback_attempt'] ?? []),
});

/** A rung of which nobody is to hear any more, and for which no order is drafted. */
const settledRung = (rung: RungRow): object => ({
  ...rungRecord(rung),
  told_at: rung.firedAt,
  drafted_at: rung.firedAt,
});

const ticketRecord = ({ ticket, lines, standing: { dueAt, promisedAt, alert } }: PastTicket): object =>
  ticketRow(ticket, {
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
    return { ...assignmentRow(ticket, each), due_at: dueAt, alert };
  });
}
