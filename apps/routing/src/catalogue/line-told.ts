import type { CatalogueChange } from './catalogue-change';
import { isValidOn, type DispatchRule, type RuleTerms } from './dispatch-rule';
import { draftedRule, endOf, isForSame, type WantedRule } from './drafted-rule';
import type { ReadRule } from './read-rule-row';
import type { RuleIndex } from './rule-index';
import { termsOf } from './rule-terms';

/** A row of a file with the id that its version would get. */
export interface FileRow extends ReadRule {
  readonly id: string;
}

/** What a line of a file makes of the catalogue; nothing where the catalogue says so already. */
export interface LineTold {
  readonly line: number;
  readonly change: CatalogueChange | null;
  /** The row that it tells of, from which day on; none where what it tells is over. */
  readonly ruleId: string | null;
  readonly from: string;
}

/** What earlier lines told, by the rows they told of. */
export type ToldBefore = ReadonlyMap<string, LineTold>;

/**
 * A line tells the next version of the row that it names by its number, or of the one for the same tickets; or that this
 * ends. What is over is history. Answers the line that tells something else of the same.
 */
export function lineTold(rules: RuleIndex, row: FileRow, told: ToldBefore, today: string): LineTold | number {
  const { line, id, said } = row;
  if (said.validTo && (said.validTo <= today || said.validTo === said.validFrom))
    return { line, change: null, ruleId: null, from: today };
  const { wanted, known } = found(rules, row, told, today);
  const { validFrom: from, validTo } = wanted;
  const isKnown = known !== null && isSame(known, wanted);
  if (isKnown && known.validTo === validTo) return { line, change: null, ruleId: known.id, from };
  const twin = known && told.get(known.id);
  // What begins after that follows it.
  if (twin && (isKnown || from <= twin.from)) return twin.line;
  if (isKnown)
    return { line, change: { kind: 'end', before: known, rule: { ...known, validTo } }, ruleId: known.id, from };
  return { line, change: { kind: 'draft', ...draftedRule(rules, wanted, id) }, ruleId: id, from };
}

/** What a line wants, and the version that it finds on its first day, which is not before today. */
function found(
  rules: RuleIndex,
  { said, seriesId }: FileRow,
  told: ToldBefore,
  today: string,
): { wanted: WantedRule; known: DispatchRule | null } {
  const terms = termsOf(said);
  const validFrom = said.validFrom && said.validFrom > today ? said.validFrom : today;
  const on = (versions: readonly DispatchRule[]) => versions.find((each) => isValidOn(each, validFrom)) ?? null;
  const same = rules.at(terms.categoryCode).filter((each) => isForSame(each, terms));
  const named = seriesId === null ? null : on(rules.series(seriesId));
  // Somebody copied a line and left its number: the first line keeps it.
  const isCopy = named !== null && told.has(named.id) && !isForSame(named, terms);
  const replaces = isCopy ? null : named;
  const validTo = endOf(replaces ? rules.series(replaces.seriesId) : same, validFrom, said.validTo ?? null);
  return { wanted: { ...terms, validFrom, validTo, replaces }, known: replaces ?? on(same) };
}

const isSame = (known: DispatchRule, terms: RuleTerms): boolean =>
  isForSame(known, terms) &&
  known.precedence === terms.precedence &&
  known.leadId === terms.leadId &&
  [...known.coHandlerIds].sort().join() === [...terms.coHandlerIds].sort().join() &&
  known.basis === terms.basis &&
  known.urgency === terms.urgency &&
  known.limitClass === terms.limitClass;
