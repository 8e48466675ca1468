import { Controller } from '@nestjs/common';
import { move } from '#ticket/move';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { lookRow } from '#store/look-rows';
import { TicketStore } from '#store/ticket-store';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { CitizenReading } from './citizen-reading';
import { LookWatch } from '#platform/look-watch';
import { MarkedNumbers } from '../harassment/marked-numbers';

/** Who calls: contacts and earlier tickets of a number, and the unmasked contact when somebody needs it. */
@Controller()
export class CitizenController {
  constructor(
    private readonly store: TicketStore,
    private readonly reading: CitizenReading,
    private readonly watch: LookWatch,
    private readonly numbers: MarkedNumbers,
  ) {}

  @Handles('POST /api/citizens/search')
  async search(
    { body }: RouteInput<'POST /api/citizens/search'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/citizens/search'>> {
    const restriction = await this.numbers.restrictionOf(body.phone);
    return { ...(await this.reading.byPhone(body.phone, caller)), restriction };
  }

  /** A look at the contact is an event in the ticket's history: who, when, why. So is one more answer to the same request. */
  @Handles('POST /api/tickets/:id/reveal')
  async reveal(
    { params, body }: RouteInput<'POST /api/tickets/:id/reveal'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/tickets/:id/reveal'>> {
    const contact = await this.reading.contact(params.id, caller);
    await this.store.move(params.id, caller, (ticket, context) => {
      this.reading.refuse(ticket, caller);
      const looked = lookRow(ticket.id, { accountId: caller.id, kind: 'reveal', at: context.at });
      return { ...move(ticket, 'reveal', body, context), rows: { 'ticket.look': [looked] } };
    });
    await this.watch.afterLook('reveal', caller);
    return contact;
  }
}
