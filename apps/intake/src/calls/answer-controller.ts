import { Controller } from '@nestjs/common';
import type { RouteInput } from '#http-api/routes';
import { TicketStore } from '#store/ticket-store';
import { AnsweredIssues } from '#platform/answered-issues';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { TicketViews, type TicketView } from '#platform/ticket-views';
import { CallRatings } from './call-ratings';

/** Answering at once, also what was registered before; what the citizen pressed after the call is of this answer. */
@Controller()
export class AnswerController {
  constructor(
    private readonly store: TicketStore,
    private readonly views: TicketViews,
    private readonly ratings: CallRatings,
    private readonly issues: AnsweredIssues,
  ) {}

  @Handles('POST /api/tickets/:id/answer-on-call')
  async answer(
    { params, body }: RouteInput<'POST /api/tickets/:id/answer-on-call'>,
    caller: Caller,
  ): Promise<TicketView> {
    await this.issues.check(body.issueId, caller);
    const { callId } = await this.store.apply(params.id, 'answerOnCall', body, caller);
    if (callId !== null) await this.ratings.ofCall(callId);
    return this.views.ticket(params.id, caller);
  }
}
