import { Controller } from '@nestjs/common';
import { isOpenAssignment } from '#ticket/assignment-state';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { TicketStore } from '#store/ticket-store';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { TicketViews, type TicketView } from '#platform/ticket-views';
import { Officers } from '../users/officers';

/** What a citizen allows about themselves: who may know them, and by which number they are called back. */
@Controller()
export class ConsentController {
  constructor(
    private readonly store: TicketStore,
    private readonly views: TicketViews,
    private readonly officers: Officers,
  ) {}

  @Handles('GET /api/tickets/:id/officers')
  async officersOf(
    { params }: RouteInput<'GET /api/tickets/:id/officers'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/tickets/:id/officers'>> {
    const { assignments } = await this.views.ticket(params.id, caller);
    const at = assignments.filter(({ state }) => isOpenAssignment(state)).map(({ departmentId }) => departmentId);
    return { items: await this.officers.of(at), nextCursor: null };
  }

  @Handles('POST /api/tickets/:id/identity-consents')
  async consent(
    { params, body }: RouteInput<'POST /api/tickets/:id/identity-consents'>,
    caller: Caller,
  ): Promise<TicketView> {
    const { id: accountId, departmentId } = await this.officers.one(body.officerId);
    const { basis } = body;
    await this.store.apply(params.id, 'consentToIdentity', { accountId, departmentId, basis }, caller);
    return this.views.ticket(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/identity-consents/withdraw')
  async withdraw(
    { params, body }: RouteInput<'POST /api/tickets/:id/identity-consents/withdraw'>,
    caller: Caller,
  ): Promise<TicketView> {
    const { officerId: accountId, reason } = body;
    await this.store.apply(params.id, 'withdrawConsent', { accountId, reason }, caller);
    return this.views.ticket(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/lift-confidentiality')
  async lift(
    { params, body }: RouteInput<'POST /api/tickets/:id/lift-confidentiality'>,
    caller: Caller,
  ): Promise<TicketView> {
    await this.store.apply(params.id, 'liftConfidentiality', body, caller);
    return this.views.ticket(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/callback-number')
  async changeNumber(
    { params, body }: RouteInput<'POST /api/tickets/:id/callback-number'>,
    caller: Caller,
  ): Promise<TicketView> {
    const { phone, reason } = body;
    await this.store.edit(params.id, { edit: {}, contact: { phone }, numberReason: reason }, caller);
    return this.views.ticket(params.id, caller);
  }
}
