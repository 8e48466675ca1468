import { attachmentKinds } from '#ticket/attachment-kind';
import { callbackOutcomes } from '#ticket/callback-outcome';
import { channels } from '#ticket/channel';
import { alerts, clockKinds } from '#ticket/clock-kind';
import { elements } from '#ticket/element';
import { demandFindings, factFindings, resolutions } from '#ticket/finding';
import { limitClasses } from '#ticket/limit-class';
import { mediaTypes } from '#ticket/media-type';
import { partWords } from '#ticket/part-kind';
import { contactedAnswers, ratingSources, satisfactions, solvedAnswers } from '#ticket/rating';
import { referReasons, returnReasons, sendBackReasons } from '#ticket/reason';
import { rungs } from '#ticket/rung';
import { signOffKinds } from '#ticket/sign-off';
import { supervisionCauses, supervisionLevels } from '#ticket/supervision';
import { ticketTypes } from '#ticket/ticket-type';
import { urgencies } from '#ticket/urgency';
import { contactWays } from '../words/contact-ways';
import { instant } from '../words/instant';
import { labelOf, type Labelled } from '../words/options';
import { yesNo } from '../words/yes-no';

type Words = (value: unknown, nameOf: (departmentId: string) => string) => string;

const plain: Words = (value) => String(value);
const from =
  (table: Labelled): Words =>
  (value) =>
    Array.isArray(value) ? value.map((each) => labelOf(table, String(each))).join('、') : labelOf(table, String(value));
const at: Words = (value) => instant(String(value));
/** Flags are said as such. */
const rung: Words = (value) => (value === 'yellow' || value === 'red' ? '' : labelOf(rungs, String(value)));
const yes: Words = (value) => yesNo(value === true);
const count: Words = (value) => ((value as unknown[]).length > 0 ? `${(value as unknown[]).length}个` : '');
const department: Words = (value, nameOf) => nameOf(String(value));

type Assigned = { departmentId: string; role: 'lead' | 'co-handler'; parentId?: string }[];
const assigned: Words = (value, nameOf) =>
  (value as Assigned)
    .map((each) => `${partWords({ parentId: null, ...each })} ${nameOf(each.departmentId)}`)
    .join('，');

const heirs: Words = (value, nameOf) =>
  [...new Set((value as { departmentId: string }[]).map(({ departmentId }) => nameOf(departmentId)))].join('，');

const satisfaction: Words = (value) => {
  const { result, attitude, speed } = value as Record<string, string | null | undefined>;
  const said = { 结果: result, 态度: attitude, 速度: speed };
  return Object.entries(said)
    .flatMap(([what, name]) => (name ? [`${what}${labelOf(satisfactions, name)}`] : []))
    .join('，');
};

/** By which version of what was learnt it was dispatched, and how likely that was right; never said as more than it was. */
const suggested: Words = (value) => {
  const { version, probability } = value as { version: number; probability: number };
  return `第${version}版，概率${Math.floor(probability * 100)}%`;
};

/** What a line of history may carry and how it is said; ids and figures that tell a clerk nothing have no row. */
const rows: Record<string, [label: string, words: Words]> = {
  type: ['类型', from(ticketTypes)],
  urgency: ['紧急程度', from(urgencies)],
  channel: ['来源', from(channels)],
  limitClass: ['时限类别', from(limitClasses)],
  ruleVersion: ['规则版本', (value) => `第${String(value)}版`],
  missing: ['缺少', from(elements)],
  reasonCode: ['原因', from({ ...returnReasons, ...sendBackReasons, ...referReasons })],
  assigned: ['派往', assigned],
  parts: ['承继单位', heirs],
  departmentId: ['单位', department],
  suggested: ['建议模型', suggested],
  contactedAt: ['联系时间', at],
  reachedAt: ['通知时间', at],
  by: ['方式', from({ ...contactWays, notice: { label: '通知' }, batch: { label: '批量' } })],
  nextAt: ['下次汇报', at],
  factFinding: ['事实认定', from(factFindings)],
  demandFinding: ['诉求认定', from(demandFindings)],
  resolution: ['办理结果', from(resolutions)],
  batchId: ['批量答复', () => '与他件一并答复'],
  outcome: ['回访结果', from(callbackOutcomes)],
  appointmentAt: ['约定时间', at],
  source: ['评价来源', from(ratingSources)],
  contacted: ['是否联系', from(contactedAnswers)],
  solved: ['是否解决', from(solvedAnswers)],
  satisfaction: ['满意度', satisfaction],
  reasonable: ['是否合理', yes],
  attachmentKind: ['附件', from(attachmentKinds)],
  mediaType: ['文件', from(mediaTypes)],
  attachmentIds: ['附件数', count],
  kind: ['时限', from(clockKinds)],
  alert: ['亮牌', from(alerts)],
  rung: ['督促', rung],
  issueId: ['归入热点', () => '已按统一口径答复'],
  dueAt: ['到期', at],
  presentDueAt: ['原期限', at],
  level: ['督办级别', from(supervisionLevels)],
  cause: ['督办原因', from(supervisionCauses)],
  signOffKind: ['送签事项', from(signOffKinds)],
  signature: ['签发意见', plain],
  onBehalfOf: ['代谁签发', plain],
  until: ['延至', at],
  reviewAt: ['复核', at],
  routingHeld: ['暂缓派单', yes],
  externalSystem: ['原系统', plain],
  externalNumber: ['原编号', plain],
  ledBy: ['主办单位', department],
  registeredAt: ['登记', at],
  closedAt: ['办结', at],
  restricted: ['骚扰限制', yes],
  stability: ['涉稳', yes],
  peopleInvolved: ['涉及人数', plain],
  amountYuan: ['涉及金额（元）', plain],
  // Free text, where the server still has it.
  text: ['内容', plain],
  note: ['意见', plain],
  reason: ['理由', plain],
  basis: ['依据', plain],
  limitSource: ['限时来源', plain],
  because: ['派单规则', plain],
  route: ['途径', plain],
  notReachedReason: ['未联系上', plain],
  comment: ['群众意见', plain],
  requirement: ['督办要求', plain],
  recipient: ['接收方', plain],
  purpose: ['用途', plain],
};

const says = (value: unknown): boolean => value !== null && value !== undefined && value !== false && value !== '';

const signatureWords = (approve: boolean): string => (approve ? '同意签发' : '不予签发');

/** The facts of a line of history, in Chinese. */
export function historyFacts(data: Record<string, unknown>, nameOf: (departmentId: string) => string) {
  const told: Record<string, unknown> = { ...data };
  if (typeof data['approve'] === 'boolean') told['signature'] = signatureWords(data['approve']);
  return Object.entries(rows)
    .flatMap(([field, [label, words]]) => (says(told[field]) ? [{ label, text: words(told[field], nameOf) }] : []))
    .filter(({ text }) => text !== '');
}
