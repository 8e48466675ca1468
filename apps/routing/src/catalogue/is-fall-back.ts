import type { RuleScope } from './dispatch-rule';
import { conditionsOf } from './rule-conditions';

/** Whether it names the fall-back owner (兜底承办单位), who has what no other row is for, of an area or of all of them. */
export const isFallBack = (rule: RuleScope): boolean => rule.categoryCode === null && conditionsOf(rule).length === 0;

/** Whether it names the fall-back owner of the whole house. */
export const isFallBackOfAll = (rule: RuleScope): boolean => isFallBack(rule) && rule.areaCode === null;
