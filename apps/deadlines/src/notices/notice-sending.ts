import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { signedPost, type Listener, type PostFault } from '#platform/posting/signed-post';
import { triedAgainAt } from '#platform/posting/tried-again-at';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { TurnWorker } from '#platform/turn-worker';
import { claimNoticeMessages, settleNoticeMessage, type ClaimedNotice } from './notice-messages';
import { noticeListener, readNoticeSettings } from './notice-settings-row';
import { noticeText } from './notice-text';

/** Messages on their way at once. */
const batch = 16;
/** Longer than a batch takes at worst: nobody else takes it up meanwhile. */
const leaseMs = 30_000;
/** What could not be delivered for so long is given up: the console has it. */
const patienceMs = 24 * 3_600_000;

/** Sends staff what they were told of, by their gateway, at least once and under a key by which it drops repeats. */
@Injectable()
export class NoticeSending extends TurnWorker {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
    @Inject(SETTINGS) settings: Settings,
  ) {
    super('messages to staff', settings.messageSeconds * 1_000);
  }

  protected turn(): Promise<number> {
    return this.sendAll();
  }

  /** Deals with everything whose time has come; answers how many were taken. Any number of replicas share the work. */
  async sendAll(): Promise<number> {
    let sent = 0;
    for (;;) {
      const at = this.clock.now();
      const claimed = await claimNoticeMessages(this.database.sql, at, new Date(at.getTime() + leaseMs), batch);
      if (claimed.length === 0) return sent;
      const listener = noticeListener(this.keys, await readNoticeSettings(this.database.sql));
      const faults = await Promise.all(claimed.map((notice) => this.send(notice, listener)));
      sent += faults.filter((fault) => fault === null).length;
      // Nobody is there: the rest waits as well.
      if (faults.every((fault) => fault && !fault.isTheirs)) return sent;
    }
  }

  private async send(notice: ClaimedNotice, listener: Listener | null): Promise<PostFault | null> {
    const at = this.clock.now();
    // What was read, or is settled by now, is not said any more; nor is anything while there is no gateway.
    if (!notice.isOpen || !listener) {
      await settleNoticeMessage(this.database.sql, notice.id, {
        state: notice.isOpen ? 'none' : 'overtaken',
        nextAt: null,
      });
      return null;
    }
    const { id, username, phone } = notice;
    const message = { delivery: id, kind: notice.rung, username, to: phone, text: noticeText(notice) };
    const fault = await signedPost(listener, message, at);
    await settleNoticeMessage(
      this.database.sql,
      id,
      fault ? failed(notice, fault, at) : { state: 'sent', nextAt: null },
    );
    return fault;
  }
}

function failed({ at: since, attempts }: ClaimedNotice, fault: PostFault, at: Date) {
  const nextAt = triedAgainAt(fault, { at, attempts, since, patienceMs });
  return { state: nextAt ? ('failed' as const) : ('given-up' as const), nextAt };
}
