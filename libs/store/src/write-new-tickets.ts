import type { Ticket } from '#ticket/ticket';
import { urgencies } from '#ticket/urgency';
import { assignmentInserts, assignmentRow } from './assignment-columns';
import { asBytea, type CitizenRow } from './citizen';
import type { ChainedLine } from './history-chain';
import { monthLabel } from './partitions';
import type { Sql } from './sql';
import { ticketColumns, ticketRow } from './ticket-columns';
import { instantOf } from './uuid-v7';
import type { IdempotencyKey } from './writer';

/** Everything one registration writes. */
export interface NewTicket {
  readonly ticket: Ticket;
  readonly lines: readonly ChainedLine[];
  readonly citizen: CitizenRow | null;
  readonly key?: IdempotencyKey;
}

const columns = Object.values(ticketColumns).join(', ');
const history = 'ticket_id, seq, at, actor, name, "from", "to", data, text, text_digest, hash';

const statement = `
WITH keys AS (
  INSERT INTO ticket.ticket_key (kind, value, reference, digest, created_at)
  SELECT kind, value, reference, digest, created_at FROM jsonb_populate_recordset(null::ticket.ticket_key, $1)
), citizens AS (
  INSERT INTO ticket.citizen (id, phone_hash, sealed, wrapped_key)
  SELECT id, phone_hash, sealed, wrapped_key FROM jsonb_populate_recordset(null::ticket.citizen, $2)
  ON CONFLICT (id) DO NOTHING
), tickets AS (
  INSERT INTO ticket.ticket (${columns}, head)
  SELECT ${columns}, head FROM jsonb_populate_recordset(null::ticket.ticket, $3)
), lines AS (
  INSERT INTO ticket.history (${history})
  SELECT ${history} FROM jsonb_populate_recordset(null::ticket.history, $4)
), parts AS (
  INSERT INTO ticket.assignment (${assignmentInserts})
  SELECT ${assignmentInserts} FROM jsonb_populate_recordset(null::ticket.assignment, $6)
)
INSERT INTO ticket.outbox (lane, event, ticket_id, seq, at)
SELECT lane, event, ticket_id, seq, at FROM jsonb_populate_recordset(null::ticket.outbox, $5)`;

/** Writes any number of new tickets with everything that belongs to them, in one statement: all or nothing. */
export async function writeNewTickets(sql: Sql, added: readonly NewTicket[]): Promise<void> {
  const months = new Set(added.map(({ ticket }) => monthLabel(instantOf(ticket.id))));
  const [first] = added;
  // A batch of one month goes straight to its partitions; a seed's may span several.
  const at = first && months.size === 1 ? sql.about(first.ticket.id) : sql;
  await at.query(statement, [
    JSON.stringify(added.flatMap(keyRows)),
    JSON.stringify(added.flatMap(({ citizen }) => citizen ?? [])),
    JSON.stringify(added.map(({ ticket, lines }) => ({ ...ticketRow(ticket), head: headOf(lines) }))),
    JSON.stringify(added.flatMap(({ lines }) => lines.map(historyRow))),
    JSON.stringify(added.flatMap(({ ticket, lines }) => lines.map((line) => outboxRow(ticket, line)))),
    JSON.stringify(added.flatMap(({ ticket }) => ticket.assignments.map((each) => assignmentRow(ticket.id, each)))),
  ]);
}

/** What must be unique about a ticket lives in one unpartitioned table. */
export function keyRows({ ticket, key }: Pick<NewTicket, 'ticket' | 'key'>): object[] {
  const common = { reference: ticket.id, created_at: ticket.registeredAt };
  const rows: object[] = [{ ...common, kind: 'number', value: ticket.number }];
  if (ticket.upstreamSystem && ticket.upstreamNumber) {
    rows.push({ ...common, kind: 'upstream', value: `${ticket.upstreamSystem}/${ticket.upstreamNumber}` });
  }
  if (key) rows.push(keyRow(key, ticket.id, ticket.registeredAt));
  return rows;
}

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

/** Every line is told: the relay knows who hears it, and live pages hear all. Imported history waits behind everything else. */
export const outboxRow = (ticket: Ticket, line: ChainedLine): object => ({
  lane: laneOf(ticket),
  event: line.event,
  ticket_id: line.ticketId,
  seq: line.seq,
  at: line.at,
});

const bulkLane = 2;
const laneOf = (ticket: Ticket): number => (ticket.channel === 'import' ? bulkLane : urgencies[ticket.urgency].lane);
