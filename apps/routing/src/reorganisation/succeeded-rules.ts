import { Refusal } from '#platform/problems';
import type { Directory } from '#platform/directory';
import { checkChange, rowsAfter, type CatalogueChange } from '../catalogue/catalogue-change';
import { isValidOn, type DispatchRule, type RuleTerms } from '../catalogue/dispatch-rule';
import { draftedRule, isForSame } from '../catalogue/drafted-rule';
import { RuleIndex } from '../catalogue/rule-index';
import type { Surroundings } from '../catalogue/rule-store';
import { ruleWords } from '../catalogue/rule-words';
import { heirIn, sourcesOf, type ReorganisationPlan } from './reorganisation-plan';

interface SucceededRules {
  readonly changes: readonly CatalogueChange[];
  /** Why a row cannot follow, in a clerk's words. */
  readonly conflicts: readonly string[];
}

/** The rows of the dispatch catalogue, in force or to come, that name what ends: each has a next version that names its heir. */
export function succeededRules(
  plan: ReorganisationPlan,
  rules: readonly DispatchRule[],
  surroundings: Surroundings,
  newId: () => string,
): SucceededRules {
  const { today } = surroundings;
  const named = rules.filter((rule) => (rule.validTo === null || rule.validTo > today) && names(plan, rule));
  const changes: CatalogueChange[] = [];
  const conflicts: string[] = [];
  let before = new RuleIndex(rules);
  for (const rule of named)
    try {
      const change = successionOf(plan, rule, { before, surroundings, id: newId() });
      const after = before.with(rowsAfter(change));
      checkChange(change, { ...surroundings, before, after });
      changes.push(change);
      before = after;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      conflicts.push(`派单目录${ruleWords(rule, surroundings.directory)}：${error.detail}`);
    }
  return { changes, conflicts };
}

export const names = (plan: ReorganisationPlan, { leadId, coHandlerIds, areaCode }: DispatchRule): boolean => {
  const sources = sourcesOf(plan);
  if (plan.kind === 'area') return sources.includes(areaCode ?? '');
  return [leadId, ...coHandlerIds].some((id) => sources.includes(id));
};

interface Among {
  readonly before: RuleIndex;
  readonly surroundings: Surroundings;
  readonly id: string;
}

function successionOf(
  plan: ReorganisationPlan,
  rule: DispatchRule,
  { before, surroundings, id }: Among,
): CatalogueChange {
  const { today, directory } = surroundings;
  const terms = termsAfter(plan, rule, directory);
  const twin = plan.kind === 'area' ? twinOf(terms, rule, before) : undefined;
  if (twin) return { kind: 'end', before: rule, rule: { ...rule, validTo: endOfTwin(rule, twin, today) } };
  const validFrom = rule.validFrom > today ? rule.validFrom : today;
  return {
    kind: 'draft',
    ...draftedRule(before, { ...terms, validFrom, validTo: rule.validTo, replaces: rule }, id),
  };
}

function termsAfter(plan: ReorganisationPlan, rule: DispatchRule, directory: Directory): RuleTerms {
  const heir = heirIn(plan, directory.matterOf(rule));
  const { categoryCode, areaCode, keywords, types, urgencies, channels } = rule;
  const { precedence, leadId, coHandlerIds, basis, urgency, limitClass } = rule;
  const kept = { keywords, types, urgencies, channels, precedence, basis, urgency, limitClass, categoryCode };
  if (plan.kind === 'area') return { ...kept, areaCode: heir, leadId, coHandlerIds };
  const after = (id: string): string => (sourcesOf(plan).includes(id) ? heir : id);
  const lead = after(leadId);
  const helping = [...new Set(coHandlerIds.map(after))].filter((id) => id !== lead);
  return { ...kept, areaCode, leadId: lead, coHandlerIds: helping };
}

/** A row that is for the same tickets already, once both areas are one. @throws Refusal when it says otherwise */
function twinOf(terms: RuleTerms, rule: DispatchRule, before: RuleIndex): DispatchRule | undefined {
  const twin = before
    .at(terms.categoryCode)
    .find(
      (each) =>
        each.id !== rule.id &&
        isForSame(each, terms) &&
        (isValidOn(each, rule.validFrom) || isValidOn(rule, each.validFrom)),
    );
  if (!twin) return undefined;
  const same = (one: RuleTerms) => [one.leadId, ...[...one.coHandlerIds].sort()].join();
  if (same(twin) !== same(terms))
    throw new Refusal('conflict', '并入后与该区域已有条目适用于同样的工单，承办单位却不同，请先停用或修改其中一条');
  return twin;
}

/** It is not needed any more once the other is in force. */
const endOfTwin = (rule: DispatchRule, twin: DispatchRule, today: string): string =>
  [rule.validFrom, twin.validFrom, today].sort().at(-1) ?? today;
