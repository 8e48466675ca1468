import type { ReviewRule } from '#ticket/review-rule';
import type { Sql } from '#store/sql';
import { owedOrders } from '#store/supervision-rows';
import { drawn } from './drawn';

/** Which tickets `t` the rules of a second reviewer are about: SQL conditions. */
const marked = {
  'second-category': 'true',
  'second-supervised': `EXISTS (SELECT 1 FROM ticket.supervision o WHERE o.ticket_id = t.id AND o.${owedOrders})`,
  'second-rework': 't.round >= 2',
  'second-sensitive': 't.stability',
} as const satisfies Partial<Record<ReviewRule, string>>;

const holding = Object.entries(marked).map(
  ([rule, condition]) => [rule, `(${condition} AND ${drawn(rule as ReviewRule)})`] as const,
);

/** SQL: whether two are to review the reply of a ticket `t`. */
export const needsSecond = `(${holding.map(([, holds]) => holds).join(' OR ')})`;

/** SQL: by which rules. */
export const secondReviewRules = `array_remove(ARRAY[${holding
  .map(([rule, holds]) => `CASE WHEN ${holds} THEN '${rule}' END`)
  .join(', ')}], NULL)`;

/** As the ticket stands under its lock. */
export async function isReviewedByTwo(sql: Sql, ticketId: string): Promise<boolean> {
  const row = await sql
    .about(ticketId)
    .one<{ marked: boolean }>(`SELECT ${needsSecond} AS marked FROM ticket.ticket t WHERE t.id = $1`, [ticketId]);
  return row?.marked ?? false;
}
