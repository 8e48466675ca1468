import { roleNames, type ActorRole } from './role';
import type { EventName } from './event';
import { endStates, openStates, stateNames, type State } from './state';
import type { TransitionInput } from './transition-input';

/**
 * Everything that can happen to a ticket, domain.md §2. `to: 'same'` leaves the state; several states in `to` mean that
 * the effect decides. What must hold is in guards.ts, what follows in effects.ts, both keyed by these names.
 */
export interface TransitionRow {
  label: string;
  from: readonly State[];
  to: 'same' | readonly State[];
  by: readonly ActorRole[];
  emits: EventName;
}

const open = openStates;
const lead = ['handler', 'officer'] as const;
/** Where the head signs off, what is asked of the hotline is asked by the signature. */
const signed = [...lead, 'department-head'] as const;
const service = ['system'] as const;
/** Who may show departments what a protected citizen gave. */
const sharing = ['agent', 'shift-lead', 'dispatcher', 'reviewer', 'callback', 'supervisor'] as const;
/** While a department is at it, until its reply is approved; what is put aside is not hurried. */
const answering = ['dispatched', 'handling', 'returning', 'replied'] as const;
/** Who gives one ticket less time than the rules do. */
const limiting = ['dispatcher', 'shift-lead', 'supervisor', 'admin'] as const;
/** An order is answered and closed also when its ticket was closed meanwhile. */
const supervised = [...openStates, 'closed'] as const satisfies readonly State[];
/** Wherever a co-handler may still have a part: it stays until it is removed, even after the lead's answer (domain.md §2). */
const jointly = [...openStates, 'closed'] as const satisfies readonly State[];
/** A bad rating of one round is appealed against while the ticket is closed, or at whatever a rework has brought it to. */
const appealed = [...openStates, 'closed'] as const satisfies readonly State[];
/** The same while time runs: what is put aside is given no more of it. */
const helping = jointly.filter((state) => state !== 'held');

export const transitions = {
  register: {
    label: '登记',
    from: [],
    to: ['registered', 'incomplete'],
    by: ['agent', 'shift-lead', 'admin', 'citizen', 'channel', 'system'],
    emits: 'ticket.registered',
  },
  importHistory: {
    label: '历史导入',
    from: [],
    to: ['closed', 'withdrawn', 'void', 'merged', 'returned-up'],
    by: ['admin'],
    emits: 'ticket.imported',
  },
  edit: {
    label: '修改',
    from: open,
    to: 'same',
    // The dispatch catalogue raises urgencies and names other limits.
    by: ['agent', 'shift-lead', 'dispatcher', 'admin', 'system'],
    emits: 'ticket.edited',
  },
  complete: {
    label: '补充完善',
    from: ['incomplete'],
    to: ['registered'],
    by: ['agent', 'shift-lead', 'dispatcher', 'citizen'],
    emits: 'ticket.completed',
  },
  askMore: {
    label: '退回补充',
    from: ['registered', 'returning'],
    to: ['incomplete'],
    by: ['dispatcher', 'shift-lead'],
    emits: 'ticket.asked-more',
  },
  supplement: {
    label: '追加诉求',
    from: open,
    to: 'same',
    by: ['agent', 'shift-lead', 'citizen', 'channel'],
    emits: 'ticket.supplemented',
  },
  answerOnCall: {
    label: '直接答复',
    from: ['incomplete', 'registered'],
    to: ['closed'],
    by: ['agent', 'shift-lead'],
    emits: 'ticket.answered-on-call',
  },
  refer: {
    label: '告知引导',
    from: ['registered', 'returning'],
    to: ['closed'],
    by: ['agent', 'shift-lead', 'dispatcher'],
    emits: 'ticket.referred',
  },
  letRoute: {
    label: '放行派单',
    from: ['registered', 'incomplete'],
    to: 'same',
    by: ['agent', 'shift-lead', 'dispatcher'],
    emits: 'ticket.let-route',
  },
  dispatch: {
    label: '派单',
    from: ['registered'],
    to: ['dispatched'],
    by: ['system', 'dispatcher', 'shift-lead'],
    emits: 'ticket.dispatched',
  },
  redispatch: {
    label: '改派',
    from: ['dispatched', 'handling'],
    to: ['dispatched'],
    by: ['dispatcher', 'shift-lead'],
    emits: 'ticket.redispatched',
  },
  arbitrate: {
    label: '提级裁定',
    from: ['returning'],
    to: ['dispatched'],
    by: ['supervisor'],
    emits: 'ticket.arbitrated',
  },
  addCoHandler: {
    label: '加派协办',
    from: ['dispatched', 'handling'],
    to: 'same',
    by: ['dispatcher', 'shift-lead'],
    emits: 'ticket.co-handler-added',
  },
  removeCoHandler: {
    label: '撤回协办',
    from: jointly,
    to: 'same',
    by: ['dispatcher', 'shift-lead'],
    emits: 'ticket.co-handler-removed',
  },
  sign: { label: '签收', from: ['dispatched'], to: ['handling', 'closed'], by: lead, emits: 'ticket.signed' },
  coSign: {
    label: '协办签收',
    from: jointly,
    to: 'same',
    by: lead,
    emits: 'ticket.co-signed',
  },
  contact: {
    label: '先行联系',
    from: ['handling'],
    to: 'same',
    by: [...lead, 'callback', 'agent'],
    emits: 'ticket.contacted',
  },
  interimReport: {
    label: '中途汇报',
    from: ['handling', 'held'],
    to: 'same',
    by: lead,
    emits: 'ticket.interim-reported',
  },
  subDispatch: {
    label: '转下级办理',
    from: ['dispatched', 'handling'],
    to: 'same',
    by: lead,
    emits: 'ticket.sub-dispatched',
  },
  draftReply: { label: '拟稿', from: ['handling', 'held'], to: 'same', by: lead, emits: 'ticket.reply-drafted' },
  askSignature: {
    label: '送签',
    // A co-handler asks for more time wherever it helps.
    from: helping,
    to: 'same',
    by: lead,
    emits: 'ticket.signature-asked',
  },
  signOff: {
    label: '签发',
    from: jointly,
    to: 'same',
    by: ['department-head'],
    emits: 'ticket.signed-off',
  },
  return: {
    label: '申请退单',
    from: ['dispatched', 'handling'],
    to: ['returning'],
    by: signed,
    emits: 'ticket.return-asked',
  },
  coReturn: {
    label: '协办退单',
    from: jointly,
    to: 'same',
    by: lead,
    emits: 'ticket.co-returned',
  },
  uphold: {
    label: '同意退单',
    from: ['returning'],
    to: ['registered'],
    by: ['dispatcher', 'shift-lead'],
    emits: 'ticket.return-upheld',
  },
  rejectReturn: {
    label: '驳回退单',
    from: ['returning'],
    to: ['handling'],
    by: ['dispatcher', 'shift-lead', 'supervisor'],
    emits: 'ticket.return-rejected',
  },
  reply: {
    label: '提交反馈',
    from: ['handling', 'held'],
    to: ['replied'],
    by: signed,
    emits: 'ticket.replied',
  },
  coReply: {
    label: '协办反馈',
    from: jointly,
    to: 'same',
    by: lead,
    emits: 'ticket.co-replied',
  },
  sendBack: { label: '退回补正', from: ['replied'], to: ['handling'], by: ['reviewer'], emits: 'ticket.sent-back' },
  firstApprove: {
    label: '初审通过',
    from: ['replied'],
    to: 'same',
    by: ['reviewer'],
    emits: 'ticket.first-approved',
  },
  approve: {
    label: '审核通过',
    from: ['replied'],
    to: ['callback', 'upstream', 'closed'],
    by: ['reviewer', 'system'],
    emits: 'ticket.approved',
  },
  correctReply: {
    label: '更正反馈',
    from: ['callback'],
    to: ['replied'],
    by: signed,
    emits: 'ticket.reply-corrected',
  },
  refuseCorrection: {
    label: '不予更正',
    from: ['replied'],
    to: ['callback'],
    by: ['reviewer'],
    emits: 'ticket.correction-refused',
  },
  upstreamAccept: {
    label: '上级认可',
    from: ['upstream'],
    to: ['callback', 'closed'],
    by: ['channel', 'dispatcher', 'admin'],
    emits: 'ticket.upstream-accepted',
  },
  upstreamRework: {
    label: '上级退回重办',
    from: ['upstream'],
    to: ['dispatched'],
    by: ['channel', 'dispatcher', 'admin'],
    emits: 'ticket.upstream-reworked',
  },
  returnUp: {
    label: '退回上级',
    from: ['registered', 'returning'],
    to: ['returning-up'],
    by: ['dispatcher', 'shift-lead'],
    emits: 'ticket.returned-up',
  },
  returnUpAccepted: {
    label: '上级同意退回',
    from: ['returning-up'],
    to: ['returned-up'],
    by: ['channel', 'dispatcher', 'admin'],
    emits: 'ticket.return-up-accepted',
  },
  returnUpRefused: {
    label: '上级不同意退回',
    from: ['returning-up'],
    to: ['registered'],
    by: ['channel', 'dispatcher', 'admin'],
    emits: 'ticket.return-up-refused',
  },
  callbackAttempt: {
    label: '回访',
    from: ['callback'],
    to: 'same',
    by: ['callback'],
    emits: 'ticket.callback-attempted',
  },
  rate: {
    label: '登记评价',
    from: ['callback', 'closed', 'merged'],
    to: ['closed', 'callback', 'merged'],
    by: ['callback', 'citizen', 'channel', 'system'],
    emits: 'ticket.rated',
  },
  closeUnrated: {
    label: '未评价办结',
    from: ['callback'],
    to: ['closed'],
    by: service,
    emits: 'ticket.closed-unrated',
  },
  judge: {
    label: '合理性认定',
    from: ['callback', 'closed'],
    to: ['closed'],
    by: ['callback', 'system'],
    emits: 'ticket.judged',
  },
  rework: {
    label: '发回重办',
    from: ['callback', 'closed'],
    to: ['dispatched'],
    by: ['callback', 'system'],
    emits: 'ticket.reworked',
  },
  reopen: { label: '重启办理', from: ['closed'], to: ['dispatched'], by: ['supervisor'], emits: 'ticket.reopened' },
  requestExtension: {
    label: '申请延期',
    from: ['dispatched', 'handling'],
    to: 'same',
    by: signed,
    emits: 'ticket.extension-asked',
  },
  extend: { label: '延期', from: open, to: 'same', by: ['supervisor', 'leader'], emits: 'ticket.extended' },
  refuseExtension: {
    label: '不同意延期',
    from: open,
    to: 'same',
    by: ['supervisor', 'leader'],
    emits: 'ticket.extension-refused',
  },
  requestCoExtension: {
    label: '协办申请延期',
    from: helping,
    to: 'same',
    by: signed,
    emits: 'ticket.co-extension-asked',
  },
  coExtend: { label: '协办延期', from: jointly, to: 'same', by: ['supervisor', 'leader'], emits: 'ticket.co-extended' },
  refuseCoExtension: {
    label: '不同意协办延期',
    from: jointly,
    to: 'same',
    by: ['supervisor', 'leader'],
    emits: 'ticket.co-extension-refused',
  },
  setLimit: {
    label: '单独限时',
    from: answering,
    to: 'same',
    by: limiting,
    emits: 'ticket.limit-set',
  },
  liftLimit: {
    label: '取消单独限时',
    from: answering,
    to: 'same',
    by: limiting,
    emits: 'ticket.limit-lifted',
  },
  requestHold: { label: '申请挂账', from: ['handling'], to: 'same', by: signed, emits: 'ticket.hold-asked' },
  hold: { label: '挂账', from: ['handling'], to: ['held'], by: ['supervisor'], emits: 'ticket.held' },
  refuseHold: {
    label: '不同意挂账',
    from: ['handling'],
    to: 'same',
    by: ['supervisor'],
    emits: 'ticket.hold-refused',
  },
  resume: { label: '恢复办理', from: ['held'], to: ['handling'], by: ['supervisor'], emits: 'ticket.resumed' },
  endHold: {
    label: '挂账销账',
    from: ['dispatched', 'handling', 'replied', 'upstream', 'callback', 'closed', 'returning'],
    to: 'same',
    by: ['supervisor'],
    emits: 'ticket.hold-ended',
  },
  merge: {
    label: '并单',
    from: ['registered', 'dispatched', 'handling'],
    to: ['merged'],
    by: ['dispatcher', 'shift-lead', 'agent'],
    emits: 'ticket.merged',
  },
  answerWithMaster: {
    label: '随主单答复',
    from: ['merged'],
    to: 'same',
    by: service,
    emits: 'ticket.answered-with-master',
  },
  unmerge: {
    label: '拆单',
    from: ['merged'],
    to: ['registered'],
    by: ['dispatcher', 'shift-lead'],
    emits: 'ticket.unmerged',
  },
  release: { label: '主单失效拆出', from: ['merged'], to: ['registered'], by: service, emits: 'ticket.released' },
  withdraw: {
    label: '撤单',
    from: open,
    to: ['withdrawn'],
    by: ['agent', 'shift-lead', 'citizen'],
    emits: 'ticket.withdrawn',
  },
  void: { label: '作废', from: open, to: ['void'], by: ['supervisor'], emits: 'ticket.voided' },
  nudge: { label: '群众催单', from: open, to: 'same', by: ['agent', 'shift-lead', 'citizen'], emits: 'ticket.nudged' },
  urge: { label: '催办', from: open, to: 'same', by: ['supervisor', 'shift-lead', 'channel'], emits: 'ticket.urged' },
  supervise: {
    label: '督办',
    from: open,
    to: 'same',
    // A leader by an instruction of their own (批示), which a supervisor signs on.
    by: ['supervisor', 'leader', 'system'],
    emits: 'ticket.supervised',
  },
  amendSupervision: {
    label: '修改督办单',
    from: supervised,
    to: 'same',
    by: ['supervisor'],
    emits: 'ticket.supervision-amended',
  },
  discardSupervision: {
    label: '弃用督办单',
    from: supervised,
    to: 'same',
    by: ['supervisor'],
    emits: 'ticket.supervision-discarded',
  },
  signSupervision: {
    label: '签发督办单',
    from: supervised,
    to: 'same',
    by: ['supervisor', 'manager'],
    emits: 'ticket.supervision-signed',
  },
  answerSupervision: {
    label: '督办反馈',
    from: supervised,
    to: 'same',
    by: [...lead, 'department-head'],
    emits: 'ticket.supervision-answered',
  },
  sendBackSupervision: {
    label: '退回督办反馈',
    from: supervised,
    to: 'same',
    by: ['supervisor'],
    emits: 'ticket.supervision-sent-back',
  },
  closeSupervision: {
    label: '督办销号',
    from: supervised,
    to: 'same',
    by: ['supervisor'],
    emits: 'ticket.supervision-closed',
  },
  reachByPhone: {
    label: '电话已通知',
    from: open,
    to: 'same',
    by: ['shift-lead', 'dispatcher', 'supervisor'],
    emits: 'ticket.reached-by-phone',
  },
  appeal: { label: '申诉', from: appealed, to: 'same', by: signed, emits: 'ticket.appealed' },
  accept: { label: '申诉成立(剔除考核)', from: appealed, to: 'same', by: ['supervisor'], emits: 'ticket.excluded' },
  refuseAppeal: {
    label: '申诉不成立',
    from: appealed,
    to: 'same',
    by: ['supervisor'],
    emits: 'ticket.appeal-refused',
  },
  mark: { label: '亮牌', from: [...open, 'closed', 'merged'], to: 'same', by: service, emits: 'ticket.marked' },
  reveal: {
    label: '查看联系方式',
    from: [...open, 'closed', 'merged', 'withdrawn', 'void', 'returned-up'],
    to: 'same',
    by: ['agent', 'shift-lead', 'dispatcher', 'callback', 'supervisor', 'handler', 'officer'],
    emits: 'ticket.revealed',
  },
  hearRecording: {
    label: '听取录音',
    from: [...open, 'closed', 'merged', 'withdrawn', 'void', 'returned-up'],
    to: 'same',
    by: ['shift-lead', 'callback', 'reviewer', 'supervisor', 'quality', 'manager'],
    emits: 'ticket.recording-heard',
  },
  changeCallbackNumber: {
    label: '更改回访号码',
    from: open,
    to: 'same',
    by: ['agent', 'shift-lead', 'dispatcher', 'admin'],
    emits: 'ticket.callback-number-changed',
  },
  consentToIdentity: {
    label: '同意告知身份',
    from: open,
    to: 'same',
    by: ['agent', 'shift-lead', 'callback', 'supervisor'],
    emits: 'ticket.identity-consented',
  },
  withdrawConsent: {
    label: '撤回告知身份',
    from: open,
    to: 'same',
    by: ['agent', 'shift-lead', 'callback', 'supervisor'],
    emits: 'ticket.consent-withdrawn',
  },
  liftConfidentiality: {
    label: '解除保密',
    from: open,
    to: 'same',
    by: ['agent', 'shift-lead', 'callback', 'supervisor'],
    emits: 'ticket.confidentiality-lifted',
  },
  succeed: {
    label: '机构调整',
    from: jointly,
    to: 'same',
    by: service,
    emits: 'ticket.succeeded',
  },
  archive: {
    label: '归档',
    from: ['closed', 'merged', 'withdrawn', 'void', 'returned-up'],
    to: 'same',
    by: ['system', 'admin'],
    emits: 'ticket.archived',
  },
  erase: {
    label: '删除个人信息',
    from: endStates,
    to: 'same',
    by: service,
    emits: 'ticket.erased',
  },
  thirdPartyCopy: {
    label: '出具第三方副本',
    from: stateNames,
    to: 'same',
    by: ['agent', 'shift-lead', 'dispatcher', 'reviewer', 'supervisor', 'handler', 'officer'],
    emits: 'ticket.copied-for-third-party',
  },
  attach: {
    label: '添加附件',
    from: stateNames,
    to: 'same',
    by: [...roleNames, 'citizen', 'channel', 'system'],
    emits: 'ticket.attached',
  },
  shareAttachment: {
    label: '向承办单位提供附件',
    from: stateNames,
    to: 'same',
    by: sharing,
    emits: 'ticket.attachment-shared',
  },
  withholdAttachment: {
    label: '停止提供附件',
    from: stateNames,
    to: 'same',
    by: sharing,
    emits: 'ticket.attachment-withheld',
  },
} as const satisfies Record<keyof TransitionInput, TransitionRow>;

export type TransitionName = keyof typeof transitions;
export const transitionNames = Object.keys(transitions) as TransitionName[];

/** What begins a ticket; everything else moves one that exists. */
export type MoveName = Exclude<TransitionName, 'register' | 'importHistory'>;

export const transitionRow = (name: TransitionName): TransitionRow => transitions[name];
