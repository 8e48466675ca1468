import { Injectable } from '@nestjs/common';
import { isOpen, type State } from '#ticket/state';
import type { RouteAnswer } from '#http-api/routes';
import { citizensByPhone, openContact, type Contact } from '#store/citizen';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { NotFound } from '#store/store-errors';
import { seesAll, type Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';
import { inScope } from '#platform/scope';
import { orders, TicketLists } from '#platform/ticket-lists';
import { TicketViews } from '#platform/ticket-views';

type Found = RouteAnswer<'POST /api/citizens/search'>;

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
  ) {}

  /** Several people may share a number: each is a contact of its own, masked. */
  async byPhone(phone: string, caller: Caller): Promise<Found> {
    const rows = await citizensByPhone(this.database.sql, this.keys, phone);
    const contacts = rows.map((row) => {
      const contact = openContact(this.keys, row);
      return this.views.citizen({ citizenId: row.id, anonymous: false, confidential: false }, contact, caller);
    });
    if (rows.length === 0) return { contacts, tickets: [] };
    const { items } = await this.lists.page(caller, {
      conditions: ['t.citizen_id = ANY($1)'],
      values: [rows.map(({ id }) => id)],
      order: orders['-registeredAt'],
      limit: earlierTickets,
    });
    return { contacts, tickets: items };
  }

  /** The contact of a ticket in scope. A department sees only contacts of matters it is still at, and none that is protected. */
  async contact(ticketId: string, caller: Caller): Promise<RouteAnswer<'POST /api/tickets/:id/reveal'>> {
    const values: unknown[] = [ticketId, caller.departmentIds];
    const row = await this.database.sql.one<ContactRow>(
      `SELECT c.sealed, c.wrapped_key, t.confidential, t.state, EXISTS (
         SELECT 1 FROM ticket.assignment a WHERE a.ticket_id = t.id AND a.department_id = ANY($2) AND a.ended_at IS NULL
       ) AS "isTheirs"
       FROM ticket.ticket t LEFT JOIN ticket.citizen c ON c.id = t.citizen_id
       WHERE t.id = $1 AND ${inScope(caller, values)}`,
      values,
    );
    if (!row) throw new NotFound('ticket');
    if (!seesAll(caller)) refuseDepartment(row);
    const { sealed, wrapped_key } = row;
    const contact: Contact | null = sealed && wrapped_key ? openContact(this.keys, { sealed, wrapped_key }) : null;
    return { name: contact?.name ?? null, phone: contact?.phone ?? null, address: contact?.address ?? null };
  }
}

interface ContactRow {
  [column: string]: unknown;
  sealed: Buffer | null;
  wrapped_key: Buffer | null;
  confidential: boolean;
  state: State;
  /** Whether the caller's departments have a part that has not ended. */
  isTheirs: boolean;
}

/** The hotline contacts a protected citizen itself; and once a matter has ended, a department has no more business with them. */
function refuseDepartment({ confidential, state, isTheirs }: ContactRow): void {
  if (confidential) throw new Refusal('forbidden', '保密工单由热线联系群众');
  if (!isOpen(state)) throw new Refusal('forbidden', '工单已办结，不再提供联系方式');
  if (!isTheirs) throw new Refusal('forbidden', '工单已不由本单位承办，不再提供联系方式');
}
