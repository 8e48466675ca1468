import { isQuiet, nextLoudInstant } from '#calendar/quiet-hours';
import { messageKindRow, type MessageKind } from '#ticket/message-kind';
import { messageText, placeholdersIn } from '#ticket/message-text';
import type { PlaceholderValues } from '#ticket/message-placeholder';
import { isMobileNumber } from '#ticket/mobile-number';
import type { WithheldReason } from '#ticket/message-state';
import { urgencies } from '#ticket/urgency';
import type { MessageFacts } from '#store/message-facts';
import type { MessageSettingsRow } from './message-settings-row';
import type { MessageTemplateRow } from './message-template-rows';

/** What is done with a message now: sent, put off, or not sent at all. */
export type MessageVerdict =
  | { readonly does: 'send'; readonly text: string }
  | { readonly does: 'wait' | 'hold'; readonly until: Date }
  | { readonly does: 'withhold'; readonly reason: WithheldReason };

/** The deadlines say within a second what is promised; beyond this, a message goes without it. */
const [promiseWaitMs, promisePatienceMs] = [2_000, 600_000];

interface Considered {
  readonly kind: MessageKind;
  /** When it became due. */
  readonly dueAt: Date;
  /** What it said at an earlier attempt. */
  readonly saidBefore: string | null;
  readonly facts: MessageFacts;
  readonly phone: string | null;
  readonly values: PlaceholderValues;
  readonly template: MessageTemplateRow | undefined;
  readonly settings: Pick<MessageSettingsRow, 'quietFrom' | 'quietTo'>;
}

/** Decides from how everything stands at this instant: what was due in the evening may be said no longer in the morning. */
export function decideMessage(considered: Considered, at: Date): MessageVerdict {
  const { template, saidBefore, facts, values, dueAt } = considered;
  const reason = withheldFor(considered);
  if (reason || !template) return { does: 'withhold', reason: reason ?? 'off' };
  const loudAt = nextLoudAt(considered, template, at);
  if (loudAt > at) return { does: 'hold', until: loudAt };
  if (saidBefore !== null) return { does: 'send', text: saidBefore };
  const isPromiseOpen = !facts.clocksCurrent && placeholdersIn(template.text).includes('承诺时限');
  if (isPromiseOpen && at.getTime() - dueAt.getTime() < promisePatienceMs)
    return { does: 'wait', until: new Date(at.getTime() + promiseWaitMs) };
  const text = messageText(template.text, values);
  return text === null ? { does: 'withhold', reason: 'unsayable' } : { does: 'send', text };
}

function withheldFor({ kind, facts, phone, template }: Considered): WithheldReason | null {
  if (facts.isErased) return 'erased';
  if (!template?.isOn) return 'off';
  if (!phone || !isMobileNumber(phone)) return 'unreachable';
  return (messageKindRow(kind).stillTrue?.(facts) ?? true) ? null : 'overtaken';
}

/** When the citizen may be disturbed: at once where the matter is urgent or this kind is sent at night. */
function nextLoudAt({ facts, settings }: Considered, { atNight }: MessageTemplateRow, at: Date): Date {
  const hours = { from: settings.quietFrom, to: settings.quietTo };
  const isAnyTime = atNight || urgencies[facts.urgency].aroundTheClock;
  return !isAnyTime && isQuiet(at, hours) ? nextLoudInstant(at, hours) : at;
}
