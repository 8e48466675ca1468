import type { Ticket } from '#ticket/ticket';
import { urgencies } from '#ticket/urgency';
import { assignmentRow } from './assignment-columns';
import { asBytea, onceEach, type CitizenRow } from './citizen';
import { countOwedRows } from './count-owed';
import { feedbackRow, owesFeedback } from './feedback-rows';
import type { ChainedLine } from './history-chain';
import { insertions, type Records } from './insert-records';
import { messageRows } from './message-rows';
import { monthLabel } from './partitions';
import type { Sql } from './sql';
import type { TicketRows } from './ticket-rows';
import { ticketRow } from './ticket-columns';
import { instantOf } from './uuid-v7';
import type { IdempotencyKey, Origin } from './writer';

/** Everything one registration writes. */
export interface NewTicket {
  readonly ticket: Ticket;
  readonly lines: readonly ChainedLine[];
  readonly citizen: CitizenRow | null;
  readonly key?: IdempotencyKey;
  /** By what its source knows it, besides a superior's number. */
  readonly sourceKey?: string;
  readonly rows?: Partial<Pick<TicketRows, 'ticket.rating'>>;
  readonly origin?: Origin;
}

/**
 * Nobody has clocked it yet, and search has not read it. History has no clocks, and whoever imports it writes what search
 * reads of it: nothing is left to be told.
 */
const following = ({ imported, seq, version }: Ticket) => ({
  ...{ due_at: null, promised_at: null, alert: 'none' },
  clocks_seq: imported ? seq : 0,
  searched_version: imported ? version : 0,
});

/** A statement that writes tickets, and a ticket of their month when all are of one. */
export interface NewTicketsStatement {
  readonly text: string;
  readonly values: string[];
  readonly oneOfMonth: string | null;
}

/** Writes any number of new tickets with everything that belongs to them, in one statement: all or nothing. */
export async function writeNewTickets(sql: Sql, added: readonly NewTicket[]): Promise<void> {
  await runNewTickets(sql, newTicketsStatement(added));
}

/** The statement by itself: making it takes as long as running it, and may be done while another one runs. */
export function newTicketsStatement(added: readonly NewTicket[]): NewTicketsStatement {
  const { parts, values } = insertions(recordsOf(added), { parameters: 0 });
  const oneOfMonth = oneOfTheirMonth(added.map(({ ticket }) => ticket.id));
  return { text: `WITH ${parts.join(',\n')}\nSELECT 1`, values, oneOfMonth };
}

/** A batch of one month goes straight to its partitions; at a month's turn it may span two. */
export async function runNewTickets(sql: Sql, { text, values, oneOfMonth }: NewTicketsStatement): Promise<void> {
  await (oneOfMonth === null ? sql : sql.about(oneOfMonth)).query(text, values);
}

/** One of these tickets when all are of one month; null when they are not. */
export function oneOfTheirMonth(ids: readonly string[]): string | null {
  const months = new Set(ids.map((id) => monthLabel(instantOf(id))));
  return months.size === 1 ? (ids[0] ?? null) : null;
}

const recordsOf = (added: readonly NewTicket[]): Records => ({
  'ticket.ticket_key': added.flatMap(keyRows),
  'ticket.citizen': onceEach(added.flatMap(({ citizen }) => citizen ?? [])),
  'ticket.ticket': added.map(({ ticket, lines }) => ticketRow(ticket, { head: headOf(lines), ...following(ticket) })),
  'ticket.history': added.flatMap(({ lines }) => lines.map(historyRow)),
  'ticket.assignment': added.flatMap(({ ticket }) => ticket.assignments.map((part) => assignmentRow(ticket, part))),
  'ticket.rating': added.flatMap(({ rows }) => rows?.['ticket.rating'] ?? []),
  'ticket.feedback': added.flatMap(({ ticket, lines }) => (owesFeedback(ticket, lines) ? [feedbackRow(ticket)] : [])),
  'ticket.count_owed': added.flatMap(({ lines }) => countOwedRows(lines)),
  'ticket.message': added.flatMap(({ ticket, lines }) => messageRows(ticket, lines)),
  'ticket.outbox': added.flatMap(({ ticket, lines }) =>
    ticket.imported ? [] : lines.map((line) => outboxRow(ticket, line)),
  ),
});

/** What must be unique about a ticket lives in one unpartitioned table. */
export function keyRows({
  ticket,
  key,
  origin,
  sourceKey,
}: Pick<NewTicket, 'ticket' | 'key' | 'origin' | 'sourceKey'>): object[] {
  const common = { reference: ticket.id, created_at: ticket.registeredAt };
  const rows: object[] = [{ ...common, kind: 'number', value: ticket.number }];
  const upstream = upstreamKeyOf(ticket);
  if (upstream !== null) rows.push({ ...common, kind: 'upstream', value: upstream });
  if (sourceKey !== undefined) rows.push({ ...common, kind: 'source', value: sourceKey });
  if (origin) rows.push({ ...common, ...origin });
  if (key) rows.push(keyRow(key, ticket.id, ticket.registeredAt));
  return rows;
}

/** By what a superior's system knows a ticket; null for one that is no superior's. */
export const upstreamKeyOf = ({ upstreamSystem, upstreamNumber }: Partial<Ticket>): string | null =>
  upstreamSystem && upstreamNumber ? `${upstreamSystem}/${upstreamNumber}` : null;

/** The writer's key, which refers to what it wrote. */
export const keyRow = (key: IdempotencyKey, reference: string, at: Date): object => ({
  kind: 'idempotency',
  value: key.value,
  reference,
  digest: asBytea(key.digest),
  created_at: at,
});

export const headOf = (lines: readonly ChainedLine[]): string | null => {
  const last = lines.at(-1);
  return last ? asBytea(last.hash) : null;
};

export const historyRow = (line: ChainedLine): object => ({
  ticket_id: line.ticketId,
  seq: line.seq,
  at: line.at,
  actor: line.actor,
  name: line.name,
  from: line.from,
  to: line.to,
  data: line.data,
  text: line.text,
  text_digest: line.textDigest ? asBytea(line.textDigest) : null,
  hash: asBytea(line.hash),
});

/** Every line is told: the relay knows who hears it, and live pages hear all. What was imported waits behind everything else. */
export const outboxRow = (ticket: Ticket, line: ChainedLine): object => ({
  lane: laneOf(ticket),
  event: line.event,
  ticket_id: line.ticketId,
  seq: line.seq,
  at: line.at,
});

const bulkLane = 2;
export const outboxLanes = [...new Set([...Object.values(urgencies).map(({ lane }) => lane), bulkLane])];
/** The lane of the outbox to which everything of a ticket goes. */
export const laneOf = ({ channel, urgency }: Ticket): number =>
  channel === 'import' ? bulkLane : urgencies[urgency].lane;
