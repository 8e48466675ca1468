import { Injectable } from '@nestjs/common';
import type { WithheldReason } from '#ticket/message-state';
import { Clock } from '#store/clock-now';
import { keepMessageText, settleMessage, type MessageOutcome } from '#store/message-queue';
import { messageKeyOf, type ClaimedMessage } from '#store/message-rows';
import { nextTry } from '../posting/next-try';
import type { PostFault } from '../posting/signed-post';
import { decideMessage } from './decide-message';
import { MessageSources, type MessageRules } from './message-sources';
import { placeholderValues } from './placeholder-values';
import { providers } from './providers/providers';

interface Ready {
  readonly phone: string;
  readonly text: string;
  readonly citizenId: string;
}

/** What came of an attempt: whether it was sent, and what kept it from it where that was not the house's own decision. */
export interface AttemptEnd {
  readonly isSent: boolean;
  readonly fault: PostFault | null;
}

const notSent: AttemptEnd = { isSent: false, fault: null };
const hourMs = 3_600_000;

/** One attempt at one message: what it says is kept before it leaves the house, and said again whenever it is tried again. */
@Injectable()
export class MessageAttempts {
  constructor(
    private readonly sources: MessageSources,
    private readonly clock: Clock,
  ) {}

  async make(message: ClaimedMessage, rules: MessageRules): Promise<AttemptEnd> {
    const ready = await this.decide(message, rules);
    if (!ready) return notSent;
    const { text, citizenId } = ready;
    const templateVersion = rules.templates.get(message.kind)?.version ?? 0;
    const isKept = await keepMessageText(this.sources.sql, message, { text, templateVersion, citizenId });
    return isKept ? this.send(message, ready, rules) : notSent;
  }

  /** Whether it is sent now; what is not is settled. */
  private async decide(message: ClaimedMessage, { settings, templates }: MessageRules): Promise<Ready | null> {
    const found = await this.sources.factsOf(message);
    if (!found) return this.withhold(message, 'erased');
    const { facts, phone } = found;
    const at = this.clock.now();
    const verdict = decideMessage(
      {
        ...{ kind: message.kind, dueAt: message.at, saidBefore: message.text, facts, phone, settings },
        values: placeholderValues({ facts, settings, departmentName: this.sources.departmentName, at }),
        template: templates.get(message.kind),
      },
      at,
    );
    if (verdict.does === 'withhold') return this.withhold(message, verdict.reason);
    if (verdict.does === 'send')
      return phone !== null && facts.citizenId !== null
        ? { phone, text: verdict.text, citizenId: facts.citizenId }
        : this.withhold(message, 'unreachable');
    return this.putOff(message, verdict);
  }

  private async send(message: ClaimedMessage, { phone: to, text }: Ready, rules: MessageRules): Promise<AttemptEnd> {
    const { provider } = rules.settings;
    const outgoing = { delivery: messageKeyOf(message), kind: message.kind, to, text };
    const fault = await providers[provider](outgoing, rules.listener, this.clock.now());
    const at = this.clock.now();
    const outcome: MessageOutcome = fault
      ? this.failed(message, fault, rules)
      : { state: 'sent', nextAt: null, attempts: message.attempts, reason: null, sent: { provider, at } };
    await settleMessage(this.sources.sql, message, outcome);
    return { isSent: !fault, fault };
  }

  /** Tried again, unless they will not have it or it has been tried for too long. */
  private failed(message: ClaimedMessage, fault: PostFault, { settings }: MessageRules): MessageOutcome {
    const { attempts, firstDueAt } = message;
    const nextAt = nextTry(this.clock.now(), { attempts, retryAfterMs: fault.retryAfterMs });
    const isTooLate = nextAt.getTime() - firstDueAt.getTime() > settings.giveUpHours * hourMs;
    return fault.isTheirs || isTooLate
      ? { state: 'given-up', nextAt: null, attempts, reason: fault.fault }
      : { state: 'failed', nextAt, attempts, reason: fault.fault };
  }

  private async withhold(message: ClaimedMessage, reason: WithheldReason): Promise<null> {
    await settleMessage(this.sources.sql, message, {
      state: 'withheld',
      nextAt: null,
      attempts: message.attempts,
      reason,
    });
    return null;
  }

  /** Nothing was tried, so it does not count as an attempt. */
  private async putOff(
    message: ClaimedMessage,
    { does, until }: { does: 'wait' | 'hold'; until: Date },
  ): Promise<null> {
    const state = does === 'hold' ? 'held' : 'waiting';
    await settleMessage(this.sources.sql, message, {
      state,
      nextAt: until,
      attempts: message.attempts - 1,
      reason: null,
    });
    return null;
  }
}
