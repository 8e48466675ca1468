import { adminSubjects, type AdminSubject } from '#ticket/admin-event';
import { channels } from '#ticket/channel';
import { issueKinds, issueStates } from '#ticket/issue';
import { issueRuleUnits } from '#ticket/issue-rule';
import { departmentGroups } from '#http-api/directory-shapes';
import { fileFormats } from '#http-api/file-format';
import { listTitles } from '#http-api/list-titles';
import { harassmentStates } from '#http-api/harassment-shapes';
import { retentionKinds } from '#http-api/retention-shapes';
import { dutyEntryKinds, dutyMatterKinds, handoverStates } from '#ticket/duty';
import { importKinds } from '#ticket/import-kind';
import { messageKinds } from '#ticket/message-kind';
import { messageProviders, messageStates } from '#ticket/message-state';
import { reportKinds } from '#ticket/incident-report';
import { roles } from '#ticket/role';
import { lookKinds } from '#ticket/look-kind';
import { ticketTypes } from '#ticket/ticket-type';
import { absenceWords, type AbsenceTold } from '../words/absence-words';
import { fullInstant } from '../words/instant';
import { limitUnits } from '#http-api/limit-units';
import { labelOf, type Labelled } from '../words/options';
import { yesNo } from '../words/yes-no';
import type { Names } from './names';

/** What a field of a change is called and how its value is said. */
export interface FieldWords {
  readonly label: string;
  readonly words: (value: unknown, names: Names) => string;
  /** A long list: what came and what went is said, entry by entry, and not what stayed. */
  readonly isList?: boolean;
}

type Fields = Readonly<Record<string, FieldWords>>;
type Say = FieldWords['words'];

const plain: Say = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
const yes: Say = (value) => yesNo(value === true);
const at: Say = (value) => fullInstant(String(value));
const department: Say = (value, names) => names.department(String(value));
const area: Say = (value, names) => names.area(String(value));
const category: Say = (value, names) => names.category(String(value));
const from =
  (table: Labelled): Say =>
  (value) =>
    labelOf(table, String(value));
const each =
  (say: Say): Say =>
  (value, names) =>
    (value as unknown[]).map((one) => say(one, names)).join('、');
const absence: Say = (value) => absenceWords(value as AbsenceTold);
const day: Say = (value) => {
  const { date, working, name } = value as { date: string; working: boolean; name: string };
  return `${date} ${name}${working ? '上班' : '放假'}`;
};
const session: Say = (value) => {
  const { from: opens, to: closes } = value as { from: string; to: string };
  return `${opens}–${closes}`;
};
const count: Say = (value) => `${(value as unknown[]).length}件`;
const milestone: Say = (value) => {
  const { title, startsOn, dueOn, percent, doneOn } = value as Record<string, string>;
  return `${title}（${startsOn}至${dueOn}，${percent}%${doneOn ? `，${doneOn}完成` : ''}）`;
};
const measure: Say = (value) => (typeof value === 'string' ? value : (value as { label: string }).label);

const version = { label: '版本', words: plain };
const place = { code: { label: '编码', words: plain }, name: { label: '名称', words: plain } };
const validity = { label: '启用日期', words: plain };
const end = { label: '停用日期', words: plain };

const mapped = (titles: Readonly<Record<string, string>>): Labelled =>
  Object.fromEntries(Object.entries(titles).map(([name, label]) => [name, { label }]));

/** The fields of what administrators keep, in the order in which they are read. */
export const fieldWords: Readonly<Record<AdminSubject, Fields>> = {
  account: {
    username: { label: '用户名', words: plain },
    name: { label: '姓名', words: plain },
    roles: { label: '岗位', words: each(from(roles)) },
    departmentId: { label: '所属单位', words: department },
    externalSubject: { label: '统一身份', words: plain },
    disabledAt: { label: '停用时间', words: at },
    reason: { label: '原因', words: plain },
    absence: { label: '代理', words: absence },
  },
  department: {
    ...place,
    parent_id: { label: '上级单位', words: department },
    group: { label: '类别', words: from(departmentGroups) },
    valid_from: validity,
    valid_to: end,
  },
  area: { ...place, parent_code: { label: '上级区域', words: area } },
  category: {
    ...place,
    parent_code: { label: '上级类别', words: category },
    auto_approve: { label: '反馈免审核', words: yes },
  },
  'dispatch-rule': {
    version,
    categoryCode: { label: '事项分类', words: category },
    areaCode: { label: '区域', words: area },
    leadId: { label: '主办单位', words: department },
    coHandlerIds: { label: '协办单位', words: each(department) },
    basis: { label: '依据', words: plain },
    validFrom: validity,
    validTo: end,
  },
  calendar: {
    version,
    year: { label: '年份', words: plain },
    source: { label: '依据', words: plain },
    published: { label: '已公布', words: yes },
    days: { label: '调整日期', words: day, isList: true },
  },
  'time-limit': {
    version,
    amount: { label: '时长', words: plain },
    unit: { label: '计时单位', words: from(limitUnits) },
    source: { label: '依据', words: plain },
    validFrom: validity,
  },
  'office-hours': {
    version,
    sessions: { label: '时段', words: each(session) },
    source: { label: '依据', words: plain },
  },
  recomputation: {
    rule: { label: '起因', words: from(adminSubjects) },
    of: { label: '对象', words: plain },
    tickets: { label: '核算工单数', words: plain },
    movedTickets: { label: '到期时间变动的工单数', words: plain },
    movedClocks: { label: '变动的时限数', words: plain },
  },
  formula: {
    version,
    label: { label: '名称', words: plain },
    numerator: { label: '分子', words: measure },
    denominator: { label: '分母', words: measure },
    population: { label: '统计范围', words: plain },
  },
  keys: { generation: { label: '密钥代次', words: plain }, master: { label: '主密钥编号', words: plain } },
  'retention-rule': {
    kind: { label: '处置', words: from(retentionKinds) },
    type: { label: '诉求类型', words: from(ticketTypes) },
    days: { label: '期限（天）', words: plain },
    basis: { label: '依据', words: plain },
    proposer: { label: '提出', words: plain },
    proposedAt: { label: '提出时间', words: at },
    approver: { label: '批准', words: plain },
    approvedAt: { label: '批准时间', words: at },
    endedAt: { label: '停用时间', words: at },
    tickets: { label: '工单数', words: plain },
  },
  'harassment-mark': {
    phone: { label: '号码', words: plain },
    state: { label: '状态', words: from(harassmentStates) },
    examples: { label: '例证', words: each(plain) },
    expiresAt: { label: '截止', words: at },
  },
  'channel-client': {
    name: { label: '名称', words: plain },
    channels: { label: '来源', words: each(from(channels)) },
    addresses: { label: '许可地址', words: each(plain) },
    system: { label: '系统代号', words: plain },
    webhookUrl: { label: '回传地址', words: plain },
    since: { label: '自此登记的工单', words: at },
    tickets: { label: '工单数', words: plain },
    revokedAt: { label: '停用时间', words: at },
    reason: { label: '原因', words: plain },
  },
  erasure: {
    ticket: { label: '工单', words: plain },
    tickets: { label: '已删除个人信息的工单', words: each(plain) },
  },
  import: {
    kind: { label: '内容', words: from(importKinds) },
    format: { label: '格式', words: from(fileFormats) },
    bytes: { label: '字节', words: plain },
    sha256: { label: '文件校验值', words: plain },
  },
  export: {
    list: { label: '列表', words: from(mapped(listTitles)) },
    format: { label: '格式', words: from(fileFormats) },
    rows: { label: '条数', words: plain },
    isCut: { label: '超出上限', words: yes },
    ticketId: { label: '工单', words: plain },
  },
  shift: {
    name: { label: '名称', words: plain },
    starts: { label: '开始', words: plain },
    ends: { label: '结束', words: plain },
    state: { label: '状态', words: from({ 'in-force': { label: '在用' }, ended: { label: '停用' } }) },
  },
  handover: {
    shift: { label: '班次', words: plain },
    day: { label: '日期', words: plain },
    state: { label: '状态', words: from(handoverStates) },
    version,
    items: { label: '移交项数', words: plain },
    sha256: { label: '接班内容校验值', words: plain },
  },
  'duty-matter': {
    kind: { label: '种类', words: from(dutyMatterKinds) },
    area: { label: '区域', words: (value) => (value as { name: string }).name },
    text: { label: '内容', words: plain },
    fromAt: { label: '开始时间', words: at },
    untilAt: { label: '预计结束', words: at },
    by: { label: '登记人', words: (value) => (value as { name: string }).name },
    at: { label: '登记时间', words: at },
    endedAt: { label: '办结时间', words: at },
  },
  'duty-entry': {
    at: { label: '发生时间', words: at },
    kind: { label: '种类', words: from(dutyEntryKinds) },
    ticketId: { label: '工单', words: plain },
    correctsId: { label: '所更正的条目', words: plain },
    textDigest: { label: '内容校验值', words: plain },
  },
  incident: {
    title: { label: '标题', words: plain },
    ticketIds: { label: '工单', words: each(plain) },
  },
  'incident-report': {
    kind: { label: '种类', words: from(reportKinds) },
    number: { label: '文号', words: plain },
    version,
    incidentId: { label: '要情编号', words: plain },
    sha256: { label: '签发内容校验值', words: plain },
  },
  issue: {
    name: { label: '名称', words: plain },
    kind: { label: '类型', words: from(issueKinds) },
    state: { label: '状态', words: from(issueStates) },
    leadDepartmentId: { label: '牵头单位', words: department },
    ticketIds: { label: '工单', words: count },
    milestone: { label: '节点', words: milestone },
    joinedIntoId: { label: '并入', words: plain },
  },
  'issue-rule': {
    version,
    value: { label: '数值', words: plain },
    unit: { label: '单位', words: from(issueRuleUnits) },
  },
  broadcast: {
    version,
    title: { label: '标题', words: plain },
    text: { label: '口径', words: plain },
    issueId: { label: '热点事项', words: plain },
    categoryCode: { label: '事项分类', words: category },
    areaCode: { label: '区域', words: area },
    validFrom: { label: '生效时间', words: at },
    validTo: { label: '失效时间', words: at },
    isWithdrawn: { label: '已撤回', words: yes },
  },
  message: {
    ticket: { label: '工单', words: plain },
    kind: { label: '短信种类', words: from(messageKinds) },
    state: { label: '状态', words: from(messageStates) },
    sending: { label: '第几次发送', words: plain },
    since: { label: '自此应发的短信', words: at },
    messages: { label: '重发条数', words: plain },
  },
  'message-template': {
    version,
    text: { label: '内容', words: plain },
    isOn: { label: '启用', words: yes },
    atNight: { label: '夜间也发', words: yes },
  },
  'message-settings': {
    quietFrom: { label: '夜间暂缓自', words: plain },
    quietTo: { label: '夜间暂缓至', words: plain },
    giveUpHours: { label: '重试时限（小时）', words: plain },
    provider: { label: '短信通道', words: from(messageProviders) },
    webhookUrl: { label: '平台接口地址', words: plain },
    trackingUrl: { label: '查询网址', words: plain },
    ratingUrl: { label: '评价网址', words: plain },
    hasSecret: { label: '已设签名密钥', words: yes },
  },
  'look-alert': {
    who: { label: '人员', words: plain },
    kind: { label: '方式', words: from(lookKinds) },
    looks: { label: '一小时内次数', words: plain },
    note: { label: '核实结果', words: plain },
  },
};

/** A field that nobody has put into words is shown as it is stored, for a log leaves nothing out. */
export const unworded = (name: string): FieldWords => ({ label: name, words: plain });
