import { Injectable } from '@nestjs/common';
import { revealRefusal } from '#ticket/identity-guards';
import type { Ticket } from '#ticket/ticket';
import type { RouteAnswer } from '#http-api/routes';
import { citizensByPhone, openContact, type Contact, isOfNumber, phoneHash } from '#store/citizen';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { readTicket } from '#store/read-ticket';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { Refusal } from '#platform/problems';
import { inScope } from '#platform/scope';
import { supplementsOfPage, type SupplementJson } from '#platform/supplement-views';
import { orders, TicketLists } from '#platform/ticket-lists';
import { TicketViews } from '#platform/ticket-views';

type Found = Omit<RouteAnswer<'POST /api/citizens/search'>, 'restriction'>;

/** Earlier tickets shown to an agent while the phone rings. */
const earlierTickets = 20;

/** Citizens by their number, and contacts unmasked for those who may see them. */
@Injectable()
export class CitizenReading {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly lists: TicketLists,
    private readonly views: TicketViews,
    private readonly directory: Directory,
  ) {}

  /** Several people may share a number: each is a contact of its own, masked. */
  async byPhone(phone: string, caller: Caller): Promise<Found> {
    const rows = await citizensByPhone(this.database.sql, this.keys, phone);
    const contacts = rows.map((row) => {
      const contact = openContact(this.keys, row);
      return this.views.citizen(
        { citizenId: row.id, anonymous: false, confidential: false, subjectDepartmentId: null },
        contact,
        caller,
      );
    });
    if (rows.length === 0) return { contacts, tickets: [], count: { count: 0, exact: true } };
    const ofNumber = {
      conditions: [isOfNumber('$1')],
      values: [phoneHash(this.keys, phone)],
      order: orders['-registeredAt'],
      limit: earlierTickets,
    };
    const { items: tickets } = await this.lists.page(caller, ofNumber);
    const isAll = tickets.length < earlierTickets;
    const count = isAll ? { count: tickets.length, exact: true } : await this.lists.count(caller, ofNumber);
    return { contacts, tickets, count };
  }

  /** @throws NotFound when it is out of scope; Refusal where the caller may not see who it is. */
  async contact(ticketId: string, caller: Caller): Promise<RouteAnswer<'POST /api/tickets/:id/reveal'>> {
    const values: unknown[] = [ticketId];
    const row = isUuid(ticketId)
      ? await this.database.sql.about(ticketId).one<ContactRow>(
          `SELECT c.sealed, c.wrapped_key, ${supplementsOfPage} AS supplements FROM ticket.ticket t LEFT JOIN ticket.citizen c ON c.id = t.citizen_id
             WHERE t.id = $1 AND ${inScope(caller, values)}`,
          values,
        )
      : undefined;
    const found = row && (await readTicket(this.database.sql, ticketId));
    if (!row || !found) throw new NotFound('ticket');
    this.refuse(found.ticket, caller);
    const { sealed, wrapped_key, supplements } = row;
    const contact: Contact | null = sealed && wrapped_key ? openContact(this.keys, { sealed, wrapped_key }) : null;
    return {
      name: contact?.name ?? null,
      phone: contact?.phone ?? null,
      address: contact?.address ?? null,
      title: found.ticket.title,
      content: found.ticket.content,
      supplements: (supplements ?? []).map(({ text }) => text),
    };
  }

  /** The domain's own rule, told as what it is at the door: not permitted. @throws Refusal */
  refuse(ticket: Ticket, caller: Caller): void {
    const refused = revealRefusal(ticket, caller, this.directory.unitsOf);
    if (refused) throw new Refusal('forbidden', refused);
  }
}

interface ContactRow {
  [column: string]: unknown;
  sealed: Buffer | null;
  wrapped_key: Buffer | null;
  supplements: SupplementJson[] | null;
}
