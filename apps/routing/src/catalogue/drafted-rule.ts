import { ruleConditionNames } from '#http-api/dispatch-rule-shapes';
import { isValidOn, type DispatchRule, type RuleScope, type RuleTerms } from './dispatch-rule';

/** What somebody wants to be a row. */
export interface WantedRule extends RuleTerms {
  readonly validFrom: string;
  readonly validTo: string | null;
  /** The version whose place it takes; without one, that for the same tickets. */
  readonly replaces: DispatchRule | null;
}

/** A row that would be, and the versions that would end earlier by it, as they would be. */
export interface DraftedRule {
  readonly rule: DispatchRule;
  readonly before: DispatchRule | null;
  readonly ended: readonly DispatchRule[];
}

/** Which tickets a row is for, as one text. */
export const scopeOf = (rule: RuleScope): string =>
  JSON.stringify([rule.categoryCode, rule.areaCode, ...ruleConditionNames.map((name) => rule[name])]);

/**
 * The next version of a row among all there are and were: the one in force ends when it begins, and it ends when one that
 * is planned begins.
 */
export function draftedRule(rules: readonly DispatchRule[], wanted: WantedRule, id: string): DraftedRule {
  const { replaces, ...terms } = wanted;
  const { validFrom: from } = terms;
  const versions = rules.filter((each) =>
    replaces ? each.seriesId === replaces.seriesId : scopeOf(each) === scopeOf(terms),
  );
  const inForce = versions.filter((each) => isValidOn(each, from));
  const isTaken = replaces !== null && replaces.validFrom > from;
  const before = replaces ?? inForce[0] ?? newest(versions);
  const seriesId = before?.seriesId ?? id;
  const toCome = versions.filter((each) => each.id !== replaces?.id && isToCome(each, from));
  return {
    before,
    ended: [
      ...inForce.map((each) => ({ ...each, validTo: from })),
      ...(isTaken ? [{ ...replaces, validTo: replaces.validFrom }] : []),
    ],
    rule: {
      ...terms,
      id,
      seriesId,
      version: (newest(rules.filter((each) => each.seriesId === seriesId))?.version ?? 0) + 1,
      validTo: earliest([terms.validTo, ...toCome.map(({ validFrom }) => validFrom)]),
    },
  };
}

const isToCome = ({ validFrom, validTo }: DispatchRule, from: string): boolean =>
  validFrom > from && (validTo === null || validFrom < validTo);

const newest = (rules: readonly DispatchRule[]): DispatchRule | null =>
  rules.reduce<DispatchRule | null>((found, each) => (found && found.version > each.version ? found : each), null);

const earliest = (days: readonly (string | null)[]): string | null =>
  days.filter((day) => day !== null).sort()[0] ?? null;

/** The catalogue as it would be. */
export function withDrafted(rules: readonly DispatchRule[], { rule, ended }: DraftedRule): DispatchRule[] {
  const changed = new Map(ended.map((each) => [each.id, each]));
  return [...rules.map((each) => changed.get(each.id) ?? each), rule];
}
