import { ruleConditions } from '#http-api/dispatch-rule-shapes';
import { channels } from '#ticket/channel';
import { ticketTypes } from '#ticket/ticket-type';
import { urgencies } from '#ticket/urgency';
import type { Directory } from '#platform/directory';
import type { DispatchRule, RuleScope } from './dispatch-rule';
import { conditionsOf } from './rule-conditions';

type Labels = Readonly<Record<string, { readonly label: string }>>;
const labels: Labels = { ...ticketTypes, ...urgencies, ...channels };

/** For which tickets a row is: 市容市政 × 东城街道 × 关键词“井盖”. */
export function scopeWords(rule: RuleScope, directory: Directory): string {
  const { categoryCode, areaCode } = rule;
  const category = categoryCode && (directory.categories.get(categoryCode)?.name ?? categoryCode);
  const area = areaCode && (directory.areas.get(areaCode)?.name ?? areaCode);
  const conditions = conditionsOf(rule).map((name) => {
    const values = rule[name].map((value) => (name === 'keywords' ? value : (labels[value]?.label ?? value)));
    return `${ruleConditions[name].label}“${values.join('、')}”`;
  });
  return [category, area, ...conditions].filter(Boolean).join(' × ');
}

/** Why a ticket goes where a row sends it. */
export function reasonOf(rule: DispatchRule, directory: Directory): string {
  const scope = scopeWords(rule, directory);
  return scope === '' ? '兜底承办单位' : `派单目录：${scope}`;
}

/** As quotation marks stand within others. */
const innerQuotes = (text: string): string => text.replaceAll('“', '‘').replaceAll('”', '’');

/** A row as a refusal names it, with the line of a file where it comes from one. */
export function ruleWords(rule: DispatchRule, directory: Directory, line?: number): string {
  const scope = scopeWords(rule, directory) || '全部事项（兜底）';
  const place = line === undefined ? `第${rule.version}版` : `文件第${line}行`;
  return `“${innerQuotes(scope)}”（${place}，主办${directory.departmentName(rule.leadId)}）`;
}
