import { Injectable } from '@nestjs/common';
import type { Ticket } from '#ticket/ticket';
import type { RouteInput } from '#http-api/routes';
import type { Request } from '#store/begin-ticket';
import { TicketStore, type AtOnce } from '#store/ticket-store';
import type { Writer } from '#store/writer';
import { checkPlaces } from '#platform/check-places';
import { requestOf } from '../tickets/request-of';
import { TicketReading } from '../tickets/ticket-reading';
import { Visits } from '../visits/visits';
import { MarkedNumbers } from '../harassment/marked-numbers';

export type Registration = RouteInput<'POST /api/tickets'>['body'];

/** A request becomes a ticket, by whatever channel it came. */
@Injectable()
export class Registering {
  constructor(
    private readonly store: TicketStore,
    private readonly reading: TicketReading,
    private readonly numbers: MarkedNumbers,
    private readonly visits: Visits,
  ) {}

  /** @throws Refusal for what cannot be meant; KeyTaken for what has become a ticket already */
  async register(body: Registration, writer: Writer, atOnce?: AtOnce): Promise<{ ticket: Ticket; request: Request }> {
    checkPlaces(this.reading.directory, body);
    if (body.previousTicketId) await this.reading.checkExists('previousTicketId', body.previousTicketId);
    if (body.visitId) await this.visits.checkExists(body.visitId);
    const request = await this.restrained(requestOf(body, this.reading.clock.now()));
    return { ticket: await this.store.register(request, writer, atOnce), request };
  }

  /** 仅登记不派单: what a restricted caller asks for is registered, and waits for a shift-lead; danger to life does not. */
  private async restrained(request: Request): Promise<Request> {
    const { phone } = request.contact;
    if (phone === null || request.urgency === 'critical' || !(await this.numbers.restrictionOf(phone))) return request;
    return { ...request, restricted: true, routingHeld: true };
  }
}
