import type { Ticket } from '#ticket/ticket';
import type { StoredLine } from './history-chain';
import type { KeyRing } from './key-ring';
import { readHistories } from './read-history';
import { readTickets } from './read-ticket';
import { readRegisteredContacts, type RegisteredContact } from './registered-contacts';
import type { Sql } from './sql';

/** A ticket's row, and the head of its history. */
export type Standing = Ticket & { readonly head: Buffer };

/** A rating's row, as far as its line tells of it. */
export interface KeptRating {
  readonly [column: string]: unknown;
  readonly ticketId: string;
  readonly id: string;
  readonly source: string;
  readonly contacted: string;
  readonly solved: string;
  readonly satisfaction: object;
  readonly numberChanged: boolean;
  readonly comment: string | null;
}

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
  readonly ratings: readonly KeptRating[];
  /** Rows of who looked at the contact. */
  readonly reveals: number;
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

const ratings = `
SELECT ticket_id AS "ticketId", id, source, contacted, solved, satisfaction, number_changed AS "numberChanged", comment
FROM ticket.rating WHERE ticket_id >= $1 AND ticket_id < $2 ORDER BY ticket_id`;
const reveals = `
SELECT ticket_id AS "ticketId", count(*)::integer AS count FROM ticket.look
WHERE kind = 'reveal' AND ticket_id >= $1 AND ticket_id < $2 GROUP BY ticket_id`;
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
  const ratingsOf = byTicket(await sql.query<KeptRating>(ratings, [from, before]));
  const looked = await sql.query<{ ticketId: string; count: number }>(reveals, [from, before]);
  const revealsOf = new Map(looked.map(({ ticketId, count }) => [ticketId, count]));
  const ids = new Set([...standing.keys(), ...histories.keys(), ...anchored.keys()]);
  return Array.from(ids, (id) => {
    const lines = histories.get(id) ?? [];
    return {
      id,
      standing: standing.get(id) ?? null,
      lines,
      anchored: anchored.get(id) ?? [],
      contact: contactOf(lines[0]),
      ratings: ratingsOf.get(id) ?? [],
      reveals: revealsOf.get(id) ?? 0,
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
