import { ruleConditionNames } from '#http-api/dispatch-rule-shapes';
import { isValidOn, type DispatchRule, type RuleScope, type RuleTerms } from './dispatch-rule';
import type { RuleIndex } from './rule-index';

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

/**
 * The next version of a row among all there are and were: the one in force ends when it begins, and it ends when one that
 * is planned begins.
 */
export function draftedRule(rules: RuleIndex, wanted: WantedRule, id: string): DraftedRule {
  const { replaces, ...terms } = wanted;
  const { validFrom: from } = terms;
  const versions = replaces
    ? rules.series(replaces.seriesId)
    : rules.at(terms.categoryCode).filter((each) => isForSame(each, terms));
  const inForce = versions.filter((each) => isValidOn(each, from));
  const isTaken = replaces !== null && replaces.validFrom > from;
  const before = replaces ?? inForce[0] ?? newest(versions);
  const seriesId = before?.seriesId ?? id;
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
      version: (newest(rules.series(seriesId))?.version ?? 0) + 1,
      validTo: endOf(
        versions.filter((each) => each.id !== replaces?.id),
        from,
        terms.validTo,
      ),
    },
  };
}

/** Whether two rows are for the same tickets; what stands in a list has one order. */
export const isForSame = (left: RuleScope, right: RuleScope): boolean =>
  left.categoryCode === right.categoryCode &&
  left.areaCode === right.areaCode &&
  ruleConditionNames.every((name) => left[name].join('\n') === right[name].join('\n'));

/** When what begins on a day ends: as was said, or before that when one begins that is planned. */
export function endOf(versions: readonly DispatchRule[], from: string, said: string | null): string | null {
  const toCome = versions.filter(
    ({ validFrom, validTo }) => validFrom > from && (validTo === null || validFrom < validTo),
  );
  return [said, ...toCome.map(({ validFrom }) => validFrom)].filter((day) => day !== null).sort()[0] ?? null;
}

const newest = (rules: readonly DispatchRule[]): DispatchRule | null =>
  rules.reduce<DispatchRule | null>((found, each) => (found && found.version > each.version ? found : each), null);
