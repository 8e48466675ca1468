import { conditionsOf } from './catalogue/rule-conditions';
import type { Candidate } from './dispatch-rules';

/** Whether it is the fall-back owner, who has what no other row names, and not somebody whom a row names for this very matter. */
export const isFallBack = ({ rule }: Pick<Candidate, 'rule'>): boolean =>
  rule.categoryCode === null && conditionsOf(rule).length === 0;
