import { Controller } from '@nestjs/common';
import type { RouteInput } from '#http-api/routes';
import { trackedView, type TrackedView } from '#http-api/tracking-shapes';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import type { PairHolder } from '#platform/tracking-pairs';
import { CitizenActs } from './citizen-acts';
import { Completing } from './completing';
import { TrackedTickets } from './tracked-tickets';

/** 进度查询: what citizens see and do with the number and the code of their ticket. */
@Controller()
export class TrackingController {
  constructor(
    private readonly tickets: TrackedTickets,
    private readonly acts: CitizenActs,
    private readonly completing: Completing,
    renders: Renders,
  ) {
    renders.addForCitizen(trackedView, (holder) => tickets.view(holder.ticketId));
  }

  @Handles('POST /api/public/track')
  track(_input: RouteInput<'POST /api/public/track'>, { ticketId }: PairHolder): Promise<TrackedView> {
    return this.tickets.view(ticketId);
  }

  @Handles('POST /api/public/track/complete')
  async complete({ body }: RouteInput<'POST /api/public/track/complete'>, holder: PairHolder): Promise<TrackedView> {
    await this.completing.complete(body, holder);
    return this.tickets.view(holder.ticketId);
  }

  @Handles('POST /api/public/track/supplement')
  async supplement(
    { body }: RouteInput<'POST /api/public/track/supplement'>,
    holder: PairHolder,
  ): Promise<TrackedView> {
    await this.acts.supplement(body, holder);
    return this.tickets.view(holder.ticketId);
  }

  @Handles('POST /api/public/track/nudge')
  async nudge({ body }: RouteInput<'POST /api/public/track/nudge'>, holder: PairHolder): Promise<TrackedView> {
    await this.acts.nudge(body, holder);
    return this.tickets.view(holder.ticketId);
  }

  @Handles('POST /api/public/track/withdraw')
  async withdraw({ body }: RouteInput<'POST /api/public/track/withdraw'>, holder: PairHolder): Promise<TrackedView> {
    await this.acts.withdraw(body, holder);
    return this.tickets.view(holder.ticketId);
  }
}
