import { Injectable, Logger } from '@nestjs/common';
import { channels } from '#ticket/channel';
import type { Ticket } from '#ticket/ticket';
import { NotFound } from '#store/store-errors';
import type { Request } from '#store/begin-ticket';
import type { Origin } from '#store/writer';
import { AnsweredIssues } from '#platform/answered-issues';
import type { Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';
import { CallClaims } from '../calls/call-claims';
import { CallRatings } from '../calls/call-ratings';
import { usedKey } from '../drafts/draft-rows';
import { Drafts } from '../drafts/drafts';
import { atOnceOf } from '../tickets/request-of';
import { adapters } from './adapters';
import { Registering, type Registration } from './registering';

/** What somebody typed becomes a ticket, and its draft is none any more. */
@Injectable()
export class HandRegistrations {
  private readonly log = new Logger(HandRegistrations.name);

  constructor(
    private readonly registering: Registering,
    private readonly drafts: Drafts,
    private readonly claims: CallClaims,
    private readonly ratings: CallRatings,
    private readonly issues: AnsweredIssues,
  ) {}

  /** @throws Refusal when the channel is not this person's to register by hand, or the draft is theirs no more */
  async register(body: Registration, caller: Caller): Promise<{ ticket: Ticket; request: Request }> {
    checkByHand(body.channel, caller);
    await this.issues.check(body.answer?.issueId, caller, 'answer.issueId');
    const origin = body.draftId === undefined ? undefined : await this.originOf(body.draftId, caller);
    const registered = await this.registering.register(body, { ...caller, origin }, atOnceOf(body));
    // The ticket is there; what else should go is taken up by the next maintenance, should this fail.
    await this.follow(body, caller).catch((error: unknown) =>
      this.log.warn(`after registration: ${(error as Error).message}`),
    );
    return registered;
  }

  /** Committed with the ticket: from then on the draft is none, whoever asks. */
  private async originOf(draftId: string, caller: Caller): Promise<Origin> {
    const { id } = await this.drafts.one(draftId, caller).catch((error: unknown) => {
      throw error instanceof NotFound ? new Refusal('conflict', '这份草稿已登记、已删除或已由他人接手') : error;
    });
    return { kind: 'idempotency', value: usedKey(id) };
  }

  /** The draft goes, the call is done, and what the citizen pressed is told of what they were answered. */
  private async follow({ draftId, callId, answer }: Registration, caller: Caller): Promise<void> {
    if (callId) await this.claims.registered(callId, caller);
    if (draftId !== undefined) await this.drafts.forget(draftId, caller);
    if (callId && answer) await this.ratings.ofCall(callId);
  }
}

function checkByHand(channel: Registration['channel'], { roles }: Caller): void {
  const { byHand } = adapters[channel].needs;
  if (!roles.some((role) => byHand.includes(role)))
    throw new Refusal('forbidden', `来源为“${channels[channel].label}”的工单不能由您手工登记`);
}
