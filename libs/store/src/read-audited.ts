import type { Ticket } from '#ticket/ticket';
import type { StoredLine } from './history-chain';
import { readKeptRows, type KeptRows } from './kept-rows';
import type { KeyRing } from './key-ring';
import { readHistories } from './read-history';
import { readTickets } from './read-ticket';
import { readRegisteredContacts, type RegisteredContact } from './registered-contacts';
import type { Sql } from './sql';

/** A ticket's row, and the head of its history. */
export type Standing = Ticket & { readonly head: Buffer };

/** How far an anchor saw a ticket's history. */
export interface AnchoredSeq {
  readonly [column: string]: unknown;
  readonly ticketId: string;
  readonly seq: number;
  readonly hash: Buffer;
  readonly day: string;
}

/** Everything by which one ticket is verified. */
export interface AuditedTicket {
  readonly id: string;
  /** Null when only its history or anchored heads are left. */
  readonly standing: Standing | null;
  readonly lines: readonly StoredLine[];
  readonly anchored: readonly AnchoredSeq[];
  /** What the citizen gave at the registration. */
  readonly contact: RegisteredContact;
  /** Rows that its moves added beside it. */
  readonly rows: KeptRows;
}

/** Ids from the first one on, before the other. */
export interface IdRange {
  readonly from: string;
  readonly before: string;
}

/** The ids of all tickets; chains of the whole house lie lower (anchored-chains.ts). */
export const everyId: IdRange = {
  from: '00000000-0001-0000-0000-000000000000',
  before: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

const anchoredHeads = `
SELECT ticket_id AS "ticketId", seq, hash, anchor::text AS day FROM ticket.anchored_head
WHERE ticket_id >= $1 AND ticket_id < $2 ORDER BY ticket_id, anchor`;

/** All tickets of a range, and what is left of those that are gone. Within a transaction that sees one snapshot. */
export async function readAudited(sql: Sql, keys: KeyRing, { from, before }: IdRange): Promise<AuditedTicket[]> {
  const tickets = await readTickets(sql, { from, before });
  const histories = byTicket(await readHistories(sql, from, before));
  const anchored = byTicket(await sql.query<AnchoredSeq>(anchoredHeads, [from, before]));
  const registrations = [...histories.values()].flatMap(([first]) => first ?? []);
  const contactOf = await readRegisteredContacts(sql, keys, registrations);
  const standing = new Map(tickets.map(({ ticket, head }) => [ticket.id, Object.assign(ticket, { head })]));
  const rowsOf = await readKeptRows(sql, { from, before });
  const ids = new Set([...standing.keys(), ...histories.keys(), ...anchored.keys()]);
  return Array.from(ids, (id) => {
    const lines = histories.get(id) ?? [];
    return {
      id,
      standing: standing.get(id) ?? null,
      lines,
      anchored: anchored.get(id) ?? [],
      contact: contactOf(lines[0]),
      rows: rowsOf(id),
    };
  });
}

/** Rows that come sorted by their ticket. */
function byTicket<Row extends { readonly ticketId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  let group: Row[] = [];
  for (const row of rows) {
    if (group[0]?.ticketId !== row.ticketId) groups.set(row.ticketId, (group = []));
    group.push(row);
  }
  return groups;
}
