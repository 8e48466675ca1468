import type { Limit } from '#calendar/limit';
import { limitTypeOf } from '#ticket/limit-class';
import type { ExtensionApprover } from '#ticket/request-state';
import type { TicketType } from '#ticket/ticket-type';
import type { Urgency } from '#ticket/urgency';
import type { LimitedClass } from '../time-limit';

/**
 * One row of the rules for extensions: how much more time the n-th one of a part may give, and who approves it. A class
 * without a row for it is given none. Null means every type or urgency.
 */
export interface ExtensionRule extends Limit {
  readonly id: string;
  readonly version: number;
  readonly type: TicketType | null;
  readonly urgency: Urgency | null;
  /** 1 for a part's first extension. */
  readonly nth: number;
  readonly approver: ExtensionApprover;
  readonly source: string;
  /** The day (YYYY-MM-DD) on which it ended or its successor took its place; null while it is in force. */
  readonly validTo: string | null;
}

/** The rule for the n-th extension of a class, or null when it is given none. Urgency beats type, as for limits. */
export const extensionRuleOf = (
  rules: readonly ExtensionRule[],
  ticket: Pick<LimitedClass, 'type' | 'urgency' | 'limitClass'>,
  nth: number,
): ExtensionRule | null => {
  const [type, { urgency }] = [limitTypeOf(ticket), ticket];
  const isFor = (rule: ExtensionRule) => (urgency === 'normal' ? rule.type === type : rule.urgency === urgency);
  return rules.find((rule) => rule.nth === nth && isFor(rule)) ?? null;
};
