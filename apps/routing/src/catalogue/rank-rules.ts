import { isValidOn, type DispatchRule } from './dispatch-rule';
import { conditionsOf, conditionsWeight, meetsConditions, type Conditioned } from './rule-conditions';

/** A matter as the catalogue is asked for it. */
export interface Matter extends Conditioned {
  /** Its category and those above it, nearest first. */
  readonly categories: readonly string[];
  readonly areas: readonly string[];
  /** YYYY-MM-DD in Shanghai. */
  readonly day: string;
}

/** What is to be known of departments. */
export interface Departments {
  readonly isInForce: (id: string) => boolean;
  readonly isTown: (id: string) => boolean;
}

export interface Ranked {
  readonly rule: DispatchRule;
  /** How specific it is for the matter: of two the greater one counts. */
  readonly weight: number;
}

/** The rows for a matter, the most specific first. No town is the fall-back owner of a departmental matter. */
export function rankRules(rules: readonly DispatchRule[], matter: Matter, departments: Departments): Ranked[] {
  const found = rules.flatMap((rule): Ranked[] => {
    const weight = isValidOn(rule, matter.day) && departments.isInForce(rule.leadId) ? weightFor(rule, matter) : null;
    return weight === null ? [] : [{ rule, weight }];
  });
  const ranked = found.sort((left, right) => right.weight - left.weight);
  const usual = ranked.find(({ rule }) => isDefault(rule));
  if (!usual || departments.isTown(usual.rule.leadId)) return ranked;
  return ranked.filter(({ rule }) => rule.categoryCode !== null || !departments.isTown(rule.leadId));
}

/**
 * The default of a category: what it is everywhere, whatever else is so. A category whose nearest default leads to a bureau
 * or an enterprise is a departmental matter (部门事项).
 */
export const isDefault = (rule: DispatchRule): boolean =>
  rule.categoryCode !== null && rule.areaCode === null && conditionsOf(rule).length === 0;

/** More than a tree has levels, and than there are precedences. */
const base = 100;

/** The stated order as one number: the nearer category, then the nearer area, then conditions, then precedence. */
function weightFor(rule: DispatchRule, matter: Matter): number | null {
  const category = nearness(rule.categoryCode, matter.categories);
  const area = nearness(rule.areaCode, matter.areas);
  if (category === null || area === null || !meetsConditions(rule, matter)) return null;
  return [area, conditionsWeight(rule), base - rule.precedence].reduce((sum, each) => sum * base + each, category);
}

/** 0 for a row that leaves it open, more the nearer the named place is; null when it names another one. */
function nearness(code: string | null, chain: readonly string[]): number | null {
  if (code === null) return 0;
  const at = chain.indexOf(code);
  return at < 0 ? null : chain.length - at;
}
