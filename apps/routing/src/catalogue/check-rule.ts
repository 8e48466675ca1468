import type { Directory } from '#platform/directory';
import { Refusal, refusalAt } from '#platform/problems';
import { isValidOn, type DispatchRule } from './dispatch-rule';
import { withDrafted, type DraftedRule } from './drafted-rule';
import { isDefault, type Departments } from './rank-rules';
import { conditionsOf } from './rule-conditions';
import { mayTie } from './rule-ties';
import { ruleWords, scopeWords } from './rule-words';

/** What a row is checked against. */
export interface CheckedAgainst {
  readonly rules: readonly DispatchRule[];
  readonly directory: Directory;
  readonly departments: Departments;
  /** YYYY-MM-DD in Shanghai. */
  readonly today: string;
  /** The lines of a file from which rows come, by their ids. */
  readonly lines?: ReadonlyMap<string, number>;
}

/** Whether the catalogue may become so. @throws Refusal that says in a clerk's words why not */
export function checkRule(drafted: DraftedRule, against: CheckedAgainst): void {
  const { rule } = drafted;
  if (rule.validTo !== null && rule.validTo <= rule.validFrom) throw refusalAt('validTo', '停用日期须晚于启用日期');
  if (rule.coHandlerIds.includes(rule.leadId)) throw refusalAt('coHandlerIds', '主办单位不能同时是协办单位');
  checkTown(rule, against);
  const after = withDrafted(against.rules, drafted);
  checkTies(after, rule, against);
  checkFallBack(after, against.today);
}

/** One that would be valid until another day than before. @throws Refusal */
export function checkEnd(ended: DispatchRule, against: CheckedAgainst): void {
  if (ended.validTo !== null && ended.validTo < ended.validFrom) throw refusalAt('validTo', '停用日期不能早于启用日期');
  const after = against.rules.map((each) => (each.id === ended.id ? ended : each));
  checkTies(after, ended, against);
  checkFallBack(after, against.today);
}

/**
 * A town answers for its own place: what is the default everywhere, of a departmental matter or of everything, is not sent
 * to one, whatever the condition. For a named area it may be.
 */
function checkTown(rule: DispatchRule, { rules, directory, departments }: CheckedAgainst): void {
  if (rule.areaCode !== null || !departments.isTown(rule.leadId)) return;
  const town = directory.departmentName(rule.leadId);
  if (rule.categoryCode === null) {
    if (conditionsOf(rule).length > 0) return;
    throw refusalAt('leadId', `“${town}”是乡镇街道，不能作全部事项的兜底承办单位；请限定区域，或改由部门承办`);
  }
  const usual = defaultOf(rules, rule, directory);
  if (!usual || departments.isTown(usual.leadId)) return;
  const lead = directory.departmentName(usual.leadId);
  const matter = scopeWords({ ...usual, areaCode: null }, directory);
  throw refusalAt(
    'leadId',
    `“${matter}”由“${lead}”承办，属部门事项，不能默认派给乡镇街道“${town}”；确属属地事项的，请限定区域`,
  );
}

/** The default of a row's category, or of the nearest one above that has one, on the row's first day. */
function defaultOf(
  rules: readonly DispatchRule[],
  { categoryCode, validFrom }: DispatchRule,
  directory: Directory,
): DispatchRule | undefined {
  const defaults = rules.filter((each) => isDefault(each) && isValidOn(each, validFrom));
  const categories = directory.chain(directory.categories, categoryCode);
  return categories.flatMap((code) => defaults.filter((each) => each.categoryCode === code))[0];
}

function checkTies(after: readonly DispatchRule[], rule: DispatchRule, { directory, lines }: CheckedAgainst): void {
  const other = after.find((each) => each.id !== rule.id && mayTie(each, rule));
  if (!other) return;
  const [one, another] = [rule, other].map((each) => ruleWords(each, directory, lines?.get(each.id)));
  throw new Refusal(
    'conflict',
    `有的工单同时符合${one}和${another}，且同样具体，无法确定派给谁。请修改条件，或给两条填写不同的优先序`,
  );
}

/** Every day from today on somebody has what nobody else is named for. */
function checkFallBack(after: readonly DispatchRule[], today: string): void {
  const fallBacks = after.filter(
    (each) => each.categoryCode === null && each.areaCode === null && conditionsOf(each).length === 0,
  );
  const ends = fallBacks.map(({ validTo }) => validTo).filter((day) => day !== null && day > today);
  const empty = [today, ...ends].find((day) => !fallBacks.some((each) => isValidOn(each, day ?? today)));
  if (empty !== undefined)
    throw new Refusal('conflict', `兜底承办单位不能空缺（自${empty}起没有）：请新增规则替换，而不是停用或改作他用`);
}
