import { usualPrecedence } from '#http-api/dispatch-rule-shapes';
import type { RouteInput } from '#http-api/routes';
import type { RuleTerms } from './dispatch-rule';

type Said = RouteInput<'POST /api/dispatch-rules'>['body'];

/** What is said once and in order is the same however it was written. */
const once = <Value extends string>(values: readonly Value[] = []): Value[] => [...new Set(values)].sort();

/** The terms of a row as somebody wrote them, with what was left open. */
export const termsOf = (said: Said): RuleTerms => ({
  categoryCode: said.categoryCode ?? null,
  areaCode: said.areaCode ?? null,
  keywords: once(said.keywords),
  types: once(said.types),
  urgencies: once(said.urgencies),
  channels: once(said.channels),
  precedence: said.precedence ?? usualPrecedence,
  leadId: said.leadId,
  coHandlerIds: [...new Set(said.coHandlerIds)],
  basis: said.basis?.trim() || null,
  urgency: said.urgency ?? null,
  limitClass: said.limitClass ?? null,
});
