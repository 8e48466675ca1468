import { Injectable } from '@nestjs/common';
import type { WithheldReason } from '#ticket/message-state';
import { Clock } from '#store/clock-now';
import type { MessageFacts } from '#store/message-facts';
import {
  keepMessageTexts,
  settleMessages,
  type MessageOutcome,
  type MessageWords,
  type SettledMessage,
} from '#store/message-queue';
import { messageKeyOf, type ClaimedMessage } from '#store/message-rows';
import type { PostFault } from '#platform/posting/signed-post';
import { triedAgainAt } from '#platform/posting/tried-again-at';
import { decideMessage } from './decide-message';
import { MessageSources, type MessageRules } from './message-sources';
import { placeholderValues } from './placeholder-values';
import type { Provider } from './providers/provider';
import { providers } from './providers/providers';
import { SurveyLinks } from './survey-links';

/** A message that is to be sent, in these words, to this number. */
interface Ready {
  readonly message: ClaimedMessage;
  readonly phone: string;
  readonly words: MessageWords;
  /** The round of the ticket that it is about. */
  readonly round: number;
}

/** What came of an attempt: whether the provider took it, and what kept it from it where that was not the house's own decision. */
export interface AttemptEnd {
  readonly isTaken: boolean;
  readonly fault: PostFault | null;
}

const hourMs = 3_600_000;

/** One attempt at each of some messages: what it says is kept before it leaves the house, and said again whenever it is tried again. */
@Injectable()
export class MessageAttempts {
  constructor(
    private readonly sources: MessageSources,
    private readonly clock: Clock,
    private readonly surveys: SurveyLinks,
  ) {}

  /**
   * What is read and what is kept goes in one trip for all of them; sent is each by itself.
   * @throws Error of one that cannot be decided, once the others are dealt with: it waits until its lease ends
   */
  async makeAll(messages: readonly ClaimedMessage[], rules: MessageRules): Promise<AttemptEnd[]> {
    const found = await this.sources.factsOf(messages);
    const [settled, ready, faults]: [SettledMessage[], Ready[], unknown[]] = [[], [], []];
    for (const message of messages) {
      try {
        const next = this.decide(message, found.get(message.id), rules);
        if ('state' in next) settled.push([message, next]);
        else ready.push(next);
      } catch (error) {
        faults.push(error);
      }
    }
    await settleMessages(this.sources.sql, settled);
    const words = ready.map((each) => each.words);
    const kept = await keepMessageTexts(this.sources.sql, words);
    const toSend = ready.filter(({ message }) => kept.has(message.id));
    const ends = await this.sendAll(toSend, rules);
    if (faults.length > 0) throw faults[0];
    return ends;
  }

  /** Whether it is sent now, or what becomes of it instead. */
  private decide(
    message: ClaimedMessage,
    facts: MessageFacts | undefined,
    rules: MessageRules,
  ): Ready | MessageOutcome {
    if (!facts) return withheld(message, 'erased');
    const phone = this.sources.phoneOf(facts);
    const { settings, templates } = rules;
    const at = this.clock.now();
    const template = templates.get(message.kind);
    const values = placeholderValues({ facts, settings, departmentName: this.sources.departmentName, at });
    const { kind, at: dueAt, text: saidBefore } = message;
    const verdict = decideMessage({ kind, dueAt, saidBefore, facts, phone, settings, values, template }, at);
    if (verdict.does === 'withhold') return withheld(message, verdict.reason);
    if (verdict.does !== 'send') return putOff(message, verdict);
    const { citizenId } = facts;
    if (phone === null || citizenId === null) return withheld(message, 'unreachable');
    const { id, sending } = message;
    const words = { id, sending, text: verdict.text, templateVersion: template?.version ?? 0, citizenId };
    return { message, phone, words, round: facts.round };
  }

  /** What stays in the house is settled in one trip; what a gateway says, as soon as it says it. */
  private async sendAll(ready: readonly Ready[], rules: MessageRules): Promise<AttemptEnd[]> {
    const provider = providers[rules.settings.provider];
    if (provider) {
      const texts = await this.surveys.completed(ready.map(leaving));
      return Promise.all(
        ready.map((each) => this.send({ ...each, text: texts.get(each.message.id) }, provider, rules)),
      );
    }
    await settleMessages(
      this.sources.sql,
      ready.map(({ message }) => [message, taken(message, { provider: rules.settings.provider, at: null })]),
    );
    return ready.map(() => ({ isTaken: true, fault: null }));
  }

  private async send(
    { message, phone: to, words, text = words.text }: Ready & { text: string | undefined },
    provider: Provider,
    rules: MessageRules,
  ): Promise<AttemptEnd> {
    const outgoing = { delivery: messageKeyOf(message), kind: message.kind, to, text };
    const fault = await provider(outgoing, rules.listener, this.clock.now());
    const outcome = fault
      ? this.failed(message, fault, rules)
      : taken(message, { provider: rules.settings.provider, at: this.clock.now() });
    await settleMessages(this.sources.sql, [[message, outcome]]);
    return { isTaken: !fault, fault };
  }

  /** Tried again, unless they will not have it or it has been tried for too long. */
  private failed(message: ClaimedMessage, fault: PostFault, { settings }: MessageRules): MessageOutcome {
    const { attempts, firstDueAt } = message;
    const tried = { at: this.clock.now(), attempts, since: firstDueAt, patienceMs: settings.giveUpHours * hourMs };
    const nextAt = triedAgainAt(fault, tried);
    return { state: nextAt ? 'failed' : 'given-up', nextAt, attempts, reason: fault.fault };
  }
}

const leaving = ({ message: { id, ticketId }, round, words: { text } }: Ready) => ({
  id,
  asked: { ticketId, round },
  text,
});

/** It left the house at an instant, or is kept in it. */
const taken = ({ attempts }: ClaimedMessage, by: NonNullable<MessageOutcome['by']>): MessageOutcome => ({
  state: by.at === null ? 'kept' : 'sent',
  nextAt: null,
  attempts,
  reason: null,
  by,
});

const withheld = ({ attempts }: ClaimedMessage, reason: WithheldReason): MessageOutcome => ({
  state: 'withheld',
  nextAt: null,
  attempts,
  reason,
});

/** Nothing was tried, so it does not count as an attempt. */
const putOff = (
  { attempts }: ClaimedMessage,
  { does, until }: { does: 'wait' | 'hold'; until: Date },
): MessageOutcome => ({
  state: does === 'hold' ? 'held' : 'waiting',
  nextAt: until,
  attempts: attempts - 1,
  reason: null,
});
