import { adminSubjects, type AdminSubject } from '#ticket/admin-event';
import { channels } from '#ticket/channel';
import { dutyEntryKinds, dutyMatterKinds, handoverStates } from '#ticket/duty';
import { gamingSigns, gamingStates } from '#ticket/gaming-sign';
import { importKinds } from '#ticket/import-kind';
import { reportKinds } from '#ticket/incident-report';
import { issueKinds, issueStates } from '#ticket/issue';
import { sendBackReasons } from '#ticket/reason';
import { reviewRules, sampleStates } from '#ticket/review-rule';
import { issueRuleUnits } from '#ticket/issue-rule';
import { dutyPosts } from '#ticket/duty-post';
import { ladderAnchors, ladderAudiences, ladderUnits, ladderWays } from '#ticket/ladder-terms';
import { extensionApprovers } from '#ticket/request-state';
import { limitClasses } from '#ticket/limit-class';
import { lookKinds } from '#ticket/look-kind';
import { signOffKinds } from '#ticket/sign-off';
import { messageKinds } from '#ticket/message-kind';
import { messageProviders, messageStates } from '#ticket/message-state';
import { roles } from '#ticket/role';
import { ticketTypes } from '#ticket/ticket-type';
import { urgencies } from '#ticket/urgency';
import { bulletinFormats, bulletinKinds } from './bulletin-shapes';
import { departmentGroups } from './directory-shapes';
import { ruleConditions } from './dispatch-rule-shapes';
import { fileFormats } from './file-format';
import { harassmentStates } from './harassment-shapes';
import { limitUnits } from './limit-units';
import { listTitles } from './list-titles';
import { reorganisationKinds } from './reorganisation-shapes';
import { reportComparisons, reportDimensions } from './rating-shapes';
import { reportFormats } from './report-format';
import { reportPeriods } from './report-period';
import { reportCadences } from './report-schedule-shapes';
import { reportTitles } from './report-titles';
import { retentionKinds } from './retention-shapes';
import { suggestionKinds } from './suggestion-shapes';

/** A field of what administrators keep, as their log tells it. */
interface AdminField {
  readonly label: string;
  /** The table of the codes that stand in it, one or several. */
  readonly codes?: Readonly<Record<string, { readonly label: string }>>;
}

const version = { label: '版本' };
const place = { code: { label: '编码' }, name: { label: '名称' } };
const validity = { validFrom: { label: '启用日期' }, validTo: { label: '停用日期' } };
const lists = Object.fromEntries(Object.entries(listTitles).map(([name, label]) => [name, { label }]));

/** Every field that a change of each subject may tell, in the order in which they are read. Each journey checks that none is missing. */
export const adminFields = {
  account: {
    username: { label: '用户名' },
    name: { label: '姓名' },
    roles: { label: '岗位', codes: roles },
    departmentId: { label: '所属单位' },
    externalSubject: { label: '统一身份' },
    disabledAt: { label: '停用时间' },
    reason: { label: '原因' },
    absence: { label: '代理' },
  },
  department: {
    ...place,
    parent_id: { label: '上级单位' },
    group: { label: '类别', codes: departmentGroups },
    valid_from: validity.validFrom,
    valid_to: validity.validTo,
    signs_off: { label: '须领导签发', codes: signOffKinds },
  },
  area: { ...place, parent_code: { label: '上级区域' }, valid_from: validity.validFrom, valid_to: validity.validTo },
  reorganisation: {
    kind: { label: '对象', codes: reorganisationKinds },
    from: { label: '调整前' },
    into: { label: '调整后' },
    reason: { label: '依据' },
    tickets: { label: '涉及工单数' },
    moved: { label: '已迁移工单数' },
  },
  category: { ...place, parent_code: { label: '上级类别' }, auto_approve: { label: '反馈免审核' } },
  'dispatch-rule': {
    version,
    categoryCode: { label: '事项分类' },
    areaCode: { label: '区域' },
    keywords: ruleConditions.keywords,
    types: { ...ruleConditions.types, codes: ticketTypes },
    urgencies: { ...ruleConditions.urgencies, codes: urgencies },
    channels: { ...ruleConditions.channels, codes: channels },
    precedence: { label: '优先序' },
    leadId: { label: '主办单位' },
    coHandlerIds: { label: '协办单位' },
    basis: { label: '依据' },
    urgency: { label: '紧急程度提为', codes: urgencies },
    limitClass: { label: '时限类别', codes: limitClasses },
    ...validity,
  },
  'suggestion-model': { kind: { label: '种类', codes: suggestionKinds }, version, trainedAt: { label: '学习时间' } },
  calendar: {
    version,
    year: { label: '年份' },
    source: { label: '依据' },
    published: { label: '已公布' },
    days: { label: '调整日期' },
  },
  'time-limit': {
    version,
    amount: { label: '时长' },
    unit: { label: '计时单位', codes: limitUnits },
    source: { label: '依据' },
    validFrom: { label: '启用日期' },
  },
  'office-hours': { version, sessions: { label: '时段' }, seasons: { label: '季节作息' }, source: { label: '依据' } },
  'ladder-row': {
    version,
    anchor: { label: '自何时起', codes: ladderAnchors },
    amount: { label: '时长' },
    unit: { label: '计时单位', codes: ladderUnits },
    audience: { label: '告知', codes: ladderAudiences },
    ways: { label: '方式', codes: ladderWays },
    atNight: { label: '夜间也发' },
    isOn: { label: '启用' },
    source: { label: '依据' },
  },
  'notice-settings': {
    webhookUrl: { label: '推送地址' },
    hasSecret: { label: '已有密钥' },
  },
  'duty-turn': {
    post: { label: '岗位', codes: dutyPosts },
    departmentId: { label: '单位' },
    name: { label: '值班人' },
    hasPhone: { label: '已登记值班电话' },
    startsAt: { label: '自' },
    endsAt: { label: '至' },
    endedAt: { label: '结束' },
  },
  'score-rules': { leastTickets: { label: '参加排名的最少件数' }, rules: { label: '评分项' } },
  bulletin: {
    kind: { label: '种类', codes: bulletinKinds },
    starts: { label: '统计开始日期' },
    ends: { label: '统计结束日期' },
    number: { label: '期号' },
    asOf: { label: '统计截止时间' },
    sha256: { label: '内容摘要' },
    format: { label: '文件格式', codes: bulletinFormats },
  },
  'extension-rule': {
    version,
    amount: { label: '延期时长' },
    unit: { label: '计时单位', codes: limitUnits },
    approver: { label: '审批级别', codes: extensionApprovers },
    source: { label: '依据' },
  },
  recomputation: {
    rule: { label: '起因', codes: adminSubjects },
    tickets: { label: '核算工单数' },
    movedTickets: { label: '有变动的工单数' },
    movedClocks: { label: '变动的时限数' },
  },
  formula: {
    version,
    label: { label: '名称' },
    numerator: { label: '分子' },
    denominator: { label: '分母' },
    population: { label: '统计范围' },
    dateBasis: { label: '时间口径' },
  },
  keys: { generation: { label: '密钥代次' }, master: { label: '主密钥编号' } },
  'retention-rule': {
    kind: { label: '处置', codes: retentionKinds },
    type: { label: '诉求类型', codes: ticketTypes },
    days: { label: '期限（天）' },
    basis: { label: '依据' },
    proposer: { label: '提出' },
    proposedAt: { label: '提出时间' },
    approver: { label: '批准' },
    approvedAt: { label: '批准时间' },
    endedAt: { label: '停用时间' },
    tickets: { label: '工单数' },
  },
  'harassment-mark': {
    phone: { label: '号码' },
    state: { label: '状态', codes: harassmentStates },
    examples: { label: '例证' },
    expiresAt: { label: '截止' },
  },
  'channel-client': {
    name: { label: '名称' },
    channels: { label: '来源', codes: channels },
    addresses: { label: '许可地址' },
    system: { label: '系统代号' },
    webhookUrl: { label: '回传地址' },
    readsReports: { label: '可读报表' },
    expiresAt: { label: '失效时间' },
    since: { label: '自此登记的工单' },
    tickets: { label: '工单数' },
    revokedAt: { label: '停用时间' },
    reason: { label: '原因' },
  },
  erasure: { ticket: { label: '工单' }, tickets: { label: '已删除个人信息的工单' } },
  import: {
    kind: { label: '内容', codes: importKinds },
    format: { label: '格式', codes: fileFormats },
    bytes: { label: '字节' },
    sha256: { label: '文件校验值' },
  },
  'report-schedule': {
    name: { label: '名称' },
    report: { label: '报表', codes: reportTitles },
    by: { label: '统计维度', codes: reportDimensions },
    period: { label: '统计周期', codes: reportPeriods },
    compare: { label: '比较', codes: reportComparisons },
    format: { label: '格式', codes: reportFormats },
    cadence: { label: '频次', codes: reportCadences },
    day: { label: '日期' },
    at: { label: '时间' },
    recipients: { label: '接收岗位', codes: roles },
    active: { label: '启用' },
  },
  export: {
    list: { label: '列表', codes: lists },
    report: { label: '报表' },
    format: { label: '格式', codes: { ...fileFormats, ...reportFormats } },
    rows: { label: '条数' },
    isCut: { label: '超出上限' },
    ticketId: { label: '工单' },
  },
  shift: {
    name: { label: '名称' },
    starts: { label: '开始' },
    ends: { label: '结束' },
    state: { label: '状态', codes: { 'in-force': { label: '在用' }, ended: { label: '停用' } } },
  },
  handover: {
    shift: { label: '班次' },
    day: { label: '日期' },
    state: { label: '状态', codes: handoverStates },
    version,
    items: { label: '移交项数' },
    sha256: { label: '接班内容校验值' },
  },
  'duty-matter': {
    kind: { label: '种类', codes: dutyMatterKinds },
    area: { label: '区域' },
    text: { label: '内容' },
    fromAt: { label: '开始时间' },
    untilAt: { label: '预计结束' },
    by: { label: '登记人' },
    at: { label: '登记时间' },
    endedAt: { label: '办结时间' },
  },
  'duty-entry': {
    at: { label: '发生时间' },
    kind: { label: '种类', codes: dutyEntryKinds },
    ticketId: { label: '工单' },
    correctsId: { label: '所更正的条目' },
    textDigest: { label: '内容校验值' },
  },
  incident: { title: { label: '标题' }, ticketIds: { label: '工单' } },
  'incident-report': {
    kind: { label: '种类', codes: reportKinds },
    number: { label: '文号' },
    version,
    incidentId: { label: '要情编号' },
    sha256: { label: '签发内容校验值' },
  },
  issue: {
    name: { label: '名称' },
    kind: { label: '类型', codes: issueKinds },
    state: { label: '状态', codes: issueStates },
    leadDepartmentId: { label: '牵头单位' },
    ticketIds: { label: '工单' },
    milestone: { label: '节点' },
    joinedIntoId: { label: '并入' },
  },
  'review-rule': {
    rule: { label: '规则', codes: reviewRules },
    categoryCode: { label: '事项分类' },
    percent: { label: '比例（%）' },
  },
  'review-sample': {
    ticket: { label: '工单' },
    state: { label: '结论', codes: sampleStates },
    reasonCode: { label: '应退回的原因', codes: sendBackReasons },
  },
  'issue-rule': { version, value: { label: '数值' }, unit: { label: '单位', codes: issueRuleUnits } },
  'gaming-sign': {
    sign: { label: '线索', codes: gamingSigns },
    state: { label: '状态', codes: gamingStates },
    departmentId: { label: '单位' },
    tickets: { label: '件数' },
  },
  'gaming-rule': {
    version,
    leastTickets: { label: '件数不少于' },
    windowDays: { label: '统计天数' },
    limitValue: { label: '阈值' },
  },
  broadcast: {
    version,
    title: { label: '标题' },
    text: { label: '口径' },
    issueId: { label: '热点事项' },
    categoryCode: { label: '事项分类' },
    areaCode: { label: '区域' },
    validFrom: { label: '生效时间' },
    validTo: { label: '失效时间' },
    isWithdrawn: { label: '已撤回' },
  },
  'reply-template': {
    version,
    title: { label: '名称' },
    text: { label: '答复内容' },
    categoryCode: { label: '事项分类' },
    departmentId: { label: '单位' },
    isEnded: { label: '已停用' },
  },
  message: {
    ticket: { label: '工单' },
    kind: { label: '短信种类', codes: messageKinds },
    state: { label: '状态', codes: messageStates },
    sending: { label: '第几次发送' },
    since: { label: '自此应发的短信' },
    messages: { label: '重发条数' },
  },
  'message-template': {
    version,
    text: { label: '内容' },
    isOn: { label: '启用' },
    atNight: { label: '夜间也发' },
  },
  'message-settings': {
    quietFrom: { label: '夜间暂缓自' },
    quietTo: { label: '夜间暂缓至' },
    giveUpHours: { label: '重试时限（小时）' },
    provider: { label: '短信通道', codes: messageProviders },
    webhookUrl: { label: '平台接口地址' },
    trackingUrl: { label: '查询网址' },
    ratingUrl: { label: '评价网址' },
    hasSecret: { label: '已设签名密钥' },
  },
  'look-alert': {
    who: { label: '人员' },
    kind: { label: '方式', codes: lookKinds },
    looks: { label: '一小时内次数' },
    note: { label: '核实结果' },
  },
} as const satisfies Readonly<Record<AdminSubject, Readonly<Record<string, AdminField>>>>;

type AdminFields = typeof adminFields;
export type AdminFieldOf<Subject extends AdminSubject> = keyof AdminFields[Subject];

export const adminFieldsOf = (subject: AdminSubject): Readonly<Record<string, AdminField>> => adminFields[subject];

/** Ids tell a clerk nothing: of the row, of what was recomputed, and of people, all of which stand beside them by their names. */
export const unsaidAdminFields: readonly string[] = ['id', 'of', 'proposedBy', 'approvedBy'];
