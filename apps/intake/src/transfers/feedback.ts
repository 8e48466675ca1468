import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { claimFeedback, putOffFeedback, settleFeedback, type OwedFeedback } from '#store/feedback-rows';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { TurnWorker } from '#platform/turn-worker';
import { nextTry } from '#platform/posting/next-try';
import { FeedbackSources } from './feedback-sources';
import { signedPost, type Listener, type PostFault } from '#platform/posting/signed-post';

/** Tickets of one system that are told in one go, one after the other. */
const batch = 20;
/** Longer than a batch takes at worst: nobody else takes it up meanwhile. */
const leaseMs = 300_000;

/** 办理进展回传: tells other systems what became of their tickets, by what the database says is owed to them. */
@Injectable()
export class Feedback extends TurnWorker {
  constructor(
    private readonly sources: FeedbackSources,
    private readonly clock: Clock,
    @Inject(SETTINGS) settings: Settings,
  ) {
    super('feedback', settings.feedbackSeconds * 1_000);
  }

  protected turn(): Promise<number> {
    return this.tellAll();
  }

  /** Tells every system what it is owed now; answers of how many tickets. Any number of replicas share the work. */
  async tellAll(): Promise<number> {
    const told = await Promise.all((await this.sources.listeners()).map((each) => this.tell(each)));
    return told.reduce((sum, each) => sum + each, 0);
  }

  private async tell({ system, ...listener }: Listener & { system: string }): Promise<number> {
    let told = 0;
    for (;;) {
      const at = this.clock.now();
      const leaseEndsAt = new Date(at.getTime() + leaseMs);
      const owed = await claimFeedback(this.sources.sql, { system, at, leaseEndsAt, limit: batch });
      for (const [index, each] of owed.entries()) {
        const fault = await this.tellOne(listener, each);
        if (!fault) told += 1;
        if (!fault || fault.isTheirs) continue;
        // Nobody is there: the rest waits as well.
        for (const left of owed.slice(index + 1)) await this.putOff(left, fault);
        return told;
      }
      if (owed.length < batch) return told;
    }
  }

  private async tellOne(listener: Listener, owed: OwedFeedback): Promise<PostFault | null> {
    const { message, seq } = await this.sources.messageOf(owed);
    const fault = message && (await signedPost(listener, message, this.clock.now()));
    if (fault) await this.putOff(owed, fault);
    else await settleFeedback(this.sources.sql, { ticketId: owed.ticketId, seq, at: this.clock.now() });
    return fault;
  }

  private putOff({ ticketId, attempts }: OwedFeedback, { fault, retryAfterMs }: PostFault): Promise<void> {
    const nextTryAt = nextTry(this.clock.now(), { attempts, retryAfterMs });
    return putOffFeedback(this.sources.sql, { ticketId, nextTryAt, fault });
  }
}
