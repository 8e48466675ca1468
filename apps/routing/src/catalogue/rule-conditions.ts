import { ruleConditionNames, type RuleCondition } from '#http-api/dispatch-rule-shapes';
import type { Ticket } from '#ticket/ticket';
import type { RuleConditions } from './dispatch-rule';

/** What of a matter conditions ask; what nobody knows yet meets none. */
export interface Conditioned extends Partial<Pick<Ticket, 'type' | 'urgency' | 'channel'>> {
  /** Title and content, as `searchedText` gives them. */
  readonly text: string;
}

/** Words are found whatever their case. */
export const searchedText = (...texts: readonly string[]): string => texts.join('\n').toLowerCase();

const oneOf = <Value>(named: readonly Value[], value: Value | undefined): boolean =>
  value !== undefined && named.includes(value);

const meets: Readonly<Record<RuleCondition, (rule: RuleConditions, matter: Conditioned) => boolean>> = {
  keywords: ({ keywords }, { text }) => keywords.some((word) => text.includes(word.toLowerCase())),
  types: ({ types }, { type }) => oneOf(types, type),
  urgencies: ({ urgencies }, { urgency }) => oneOf(urgencies, urgency),
  channels: ({ channels }, { channel }) => oneOf(channels, channel),
};

export const conditionsOf = (rule: RuleConditions): RuleCondition[] =>
  ruleConditionNames.filter((name) => rule[name].length > 0);

export const meetsConditions = (rule: RuleConditions, matter: Conditioned): boolean =>
  conditionsOf(rule).every((name) => meets[name](rule, matter));

/** How much the conditions of a row count: one of a kind more than all kinds after it together. */
export const conditionsWeight = (rule: RuleConditions): number =>
  ruleConditionNames.reduce((sum, name) => sum * 2 + (rule[name].length > 0 ? 1 : 0), 0);

/** Whether one ticket may meet the conditions of both: a text may hold any two words, but a ticket has one type. */
export const mayMeetBoth = (left: RuleConditions, right: RuleConditions): boolean =>
  ruleConditionNames.every((name) => {
    const [some, others]: readonly (readonly string[])[] = [left[name], right[name]];
    if (name === 'keywords' || !some?.length || !others?.length) return true;
    return some.some((value) => others.includes(value));
  });
