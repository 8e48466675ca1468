import { partOf, type Ticket } from '#ticket/ticket';
import { extensionsOf } from '#store/extension-rows';
import { partClock, type PartClock } from '#store/part-clock';
import type { Sql } from '#store/sql';
import { extensionRuleOf, type ExtensionRule } from './extension-rule';
import { readExtensionRules } from './extension-rule-rows';

export type Part = Ticket['assignments'][number];

/** How a part stands with more time: what it was given, and what it may be given yet. */
export interface ExtensionStanding {
  /** Null where the ticket has no such part. */
  readonly part: Part | null;
  /** The running clock by which it is to be answered. */
  readonly clock: PartClock | null;
  /** How many extensions it was given, and how many the rules give tickets of its class. */
  readonly given: number;
  readonly most: number;
  /** The rule for the next one; null where there is none. */
  readonly rule: ExtensionRule | null;
  /** Why the rules or another request stand against the next one, in the department's words. */
  readonly refused: string | null;
}

/** Rules say how often, how much, and who decides. */
export async function extensionStanding(sql: Sql, ticket: Ticket, assignmentId: string): Promise<ExtensionStanding> {
  const part = partOf(ticket, { assignmentId }) ?? null;
  const clock = await partClock(sql, ticket.id, assignmentId);
  const { given, pending } = await extensionsOf(sql, { ticketId: ticket.id, assignmentId });
  const rules = await readExtensionRules(sql);
  const rule = extensionRuleOf(rules, ticket, given + 1);
  const most = rules.filter((each) => extensionRuleOf(rules, ticket, each.nth) === each).length;
  return { part, clock, given, most, rule, refused: refusalOf({ clock, given, pending, rule }) };
}

function refusalOf(found: Pick<ExtensionStanding, 'clock' | 'given' | 'rule'> & { pending: boolean }): string | null {
  if (!found.clock) return '本单位没有正在计时的办理时限';
  if (found.pending) return '已有延期申请待审批';
  if (found.rule) return null;
  return found.given === 0 ? '此类工单不能延期' : `此类工单只能延期${found.given}次，不能再延期`;
}
