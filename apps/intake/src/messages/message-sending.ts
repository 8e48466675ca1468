import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { claimMessages } from '#store/message-queue';
import type { ClaimedMessage } from '#store/message-rows';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { tellMessages } from '#platform/live-changes';
import { TurnWorker } from '#platform/turn-worker';
import { MessageAttempts, type AttemptEnd } from './message-attempts';
import { MessageSources } from './message-sources';

/** Messages on their way at once. */
const batch = 16;
/** Longer than a batch takes at worst: nobody else takes it up meanwhile. */
const leaseMs = 30_000;

/** 短信告知: sends citizens what the database says is due to them. */
@Injectable()
export class MessageSending extends TurnWorker {
  /** They asked to be left alone until then. */
  private pausedUntil = new Date(0);

  constructor(
    private readonly sources: MessageSources,
    private readonly attempts: MessageAttempts,
    private readonly clock: Clock,
    @Inject(SETTINGS) settings: Settings,
  ) {
    super('messages', settings.messageSeconds * 1_000);
  }

  protected turn(): Promise<number> {
    return this.sendAll();
  }

  /** Deals with everything whose time has come; answers how many were taken from it. Any number of replicas share the work. */
  async sendAll(): Promise<number> {
    let sent = 0;
    while (this.pausedUntil <= this.clock.now()) {
      const at = this.clock.now();
      const leaseEndsAt = new Date(at.getTime() + leaseMs);
      const claimed = await claimMessages(this.sources.sql, { at, leaseEndsAt, limit: batch });
      if (claimed.length === 0) break;
      const rules = await this.sources.rules();
      const ends = await this.attempts.makeAll(claimed, rules).finally(() => this.tell(claimed));
      sent += ends.filter((end) => end.isTaken).length;
      this.pausedUntil = new Date(at.getTime() + askedWaitMs(ends));
      if (isNobodyThere(ends)) break;
    }
    return sent;
  }

  private tell(claimed: readonly ClaimedMessage[]): Promise<void> {
    return tellMessages(
      this.sources.sql,
      claimed.map(({ ticketId }) => ticketId),
    );
  }
}

/** How long they ask to be left alone, in milliseconds. */
const askedWaitMs = (ends: readonly AttemptEnd[]): number =>
  Math.max(0, ...ends.map(({ fault }) => fault?.retryAfterMs ?? 0));

/** Whatever was tried failed for no reason of its own: the rest waits as well. */
function isNobodyThere(ends: readonly AttemptEnd[]): boolean {
  const tried = ends.filter(({ isTaken, fault }) => isTaken || fault);
  return tried.length > 0 && tried.every(({ fault }) => fault && !fault.isTheirs);
}
