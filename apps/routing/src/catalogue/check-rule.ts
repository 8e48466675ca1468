import type { Directory } from '#platform/directory';
import { Refusal, refusalAt } from '#platform/problems';
import { isValidOn, type DispatchRule } from './dispatch-rule';
import { isFallBackOfAll } from './is-fall-back';
import { isDefault, type Departments } from './rank-rules';
import type { RuleIndex } from './rule-index';
import { mayTie } from './rule-ties';
import { ruleWords, scopeWords } from './rule-words';

/** The catalogue before and after a change, and who is named in it. */
export interface CheckedAgainst {
  readonly before: RuleIndex;
  readonly after: RuleIndex;
  readonly directory: Directory;
  readonly departments: Departments;
  /** YYYY-MM-DD in Shanghai. */
  readonly today: string;
  /** The lines of a file from which rows come, by their ids: of two that tie the later one is refused. */
  readonly lines?: ReadonlyMap<string, number>;
}

/** Whether a row may be as it is after a change. @throws Refusal that says in a clerk's words why not */
export function checkRule(rule: DispatchRule, against: CheckedAgainst): void {
  if (rule.validTo !== null && rule.validTo <= rule.validFrom) throw refusalAt('validTo', '停用日期须晚于启用日期');
  if (rule.coHandlerIds.includes(rule.leadId)) throw refusalAt('coHandlerIds', '主办单位不能同时是协办单位');
  checkTown(rule, against);
  checkTies(rule, against);
}

/** Whether a row may end when it does after a change. @throws Refusal */
export function checkEnd(ended: DispatchRule, against: CheckedAgainst): void {
  if (ended.validTo !== null && ended.validTo < ended.validFrom) throw refusalAt('validTo', '停用日期不能早于启用日期');
  checkTies(ended, against);
}

/**
 * A town answers for its own place: what is the default everywhere, of a departmental matter or of everything, is not sent
 * to one, whatever the condition. For a named area it may be.
 */
function checkTown(rule: DispatchRule, against: CheckedAgainst): void {
  const { directory, departments } = against;
  if (rule.areaCode !== null || !departments.isTown(rule.leadId)) return;
  const town = directory.departmentName(rule.leadId);
  if (isFallBackOfAll(rule))
    throw refusalAt('leadId', `“${town}”是乡镇街道，不能作全部事项的兜底承办单位；请限定区域，或改由部门承办`);
  const usual = defaultOf(rule, against);
  if (!usual || departments.isTown(usual.leadId)) return;
  const [matter, lead] = [scopeWords(usual, directory), directory.departmentName(usual.leadId)];
  throw refusalAt(
    'leadId',
    `“${matter}”由“${lead}”承办，属部门事项，不能默认派给乡镇街道“${town}”；确属属地事项的，请限定区域`,
  );
}

/** The default of a row's category, or of the nearest one above that has one, on its first day; as it was, or as it would be. */
function defaultOf(rule: DispatchRule, { before, after, directory }: CheckedAgainst): DispatchRule | undefined {
  const defaults = directory
    .chain(directory.categories, rule.categoryCode)
    .flatMap((code) => [...before.at(code), ...after.at(code)]);
  return defaults.find((each) => each.id !== rule.id && isDefault(each) && isValidOn(each, rule.validFrom));
}

function checkTies(rule: DispatchRule, { after, directory, lines }: CheckedAgainst): void {
  const lineOf = ({ id }: DispatchRule) => lines?.get(id);
  const comesBefore = (other: DispatchRule) => (lineOf(other) ?? 0) <= (lineOf(rule) ?? 0);
  const others = after.at(rule.categoryCode).filter((each) => each.id !== rule.id && mayTie(each, rule));
  const other = others.find(comesBefore);
  if (!other) return;
  const [one, another] = [rule, other].map((each) => ruleWords(each, directory, lineOf(each)));
  throw new Refusal(
    'conflict',
    `有的工单同时符合${one}和${another}，且同样具体，无法确定派给谁。请修改条件，或给两条填写不同的优先序`,
  );
}

/** Every day from today on somebody has what nobody else is named for. @throws Refusal */
export function checkFallBack({ after, today }: Pick<CheckedAgainst, 'after' | 'today'>): void {
  const fallBacks = after.at(null).filter(isFallBackOfAll);
  const ends = fallBacks.map(({ validTo }) => validTo).filter((day) => day !== null && day > today);
  const empty = [today, ...ends].find((day) => !fallBacks.some((each) => isValidOn(each, day ?? today)));
  if (empty !== undefined)
    throw new Refusal('conflict', `兜底承办单位不能空缺（自${empty}起没有）：请新增规则替换，而不是停用或改作他用`);
}
