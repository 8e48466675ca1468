import type { DispatchRule } from './dispatch-rule';
import type { DraftedRule } from './drafted-rule';
import { checkEnd, checkFallBack, checkRule, type CheckedAgainst } from './check-rule';
import { isFallBackOfAll } from './is-fall-back';

/** What becomes of one row: its next version, or another last day. */
export type CatalogueChange =
  | (DraftedRule & { readonly kind: 'draft' })
  | { readonly kind: 'end'; readonly before: DispatchRule; readonly rule: DispatchRule };

/** The rows that a change writes, as they are after it. */
export const rowsAfter = (change: CatalogueChange): DispatchRule[] =>
  change.kind === 'draft' ? [...change.ended, change.rule] : [change.rule];

/** @throws Refusal that says in a clerk's words why the catalogue may not become so */
export function checkChange(change: CatalogueChange, against: CheckedAgainst): void {
  if (change.kind === 'draft') checkRule(change.rule, against);
  else checkEnd(change.rule, against);
  if (isFallBackOfAll(change.rule) || (change.before && isFallBackOfAll(change.before))) checkFallBack(against);
}

/** The rows for whose tickets a change may choose otherwise. */
export const rowsTouched = (change: CatalogueChange): DispatchRule[] =>
  change.kind === 'draft' ? rowsAfter(change) : [change.before];

/** The first day on which a change is felt. */
export const firstDayOf = ({ kind, rule, before }: CatalogueChange): string =>
  (kind === 'end' && (rule.validTo ?? before.validTo)) || rule.validFrom;
