import type { MessagePlaceholder } from './message-placeholder';
import { isOpen } from './state';
import type { Ticket } from './ticket';
import type { TransitionName } from './transition';

/** What a message is decided by: the ticket as a move left it, or as it stands when the message is sent. */
export type ToldTicket = Pick<Ticket, 'state' | 'round' | 'leadDepartmentId'>;

/** One kind of message to citizens. Its wording is a row with versions; `text` is the first of them. */
export interface MessageKindRow {
  readonly label: string;
  /** The transitions that make it due, if the ticket then is as `when` says. */
  readonly on: readonly TransitionName[];
  readonly when?: (ticket: ToldTicket) => boolean;
  /** It is said once in the ticket's life, once in each round, or with each line. */
  readonly once: 'ticket' | 'round' | 'line';
  /** What must still be so when it is sent: in the morning it may be no longer. */
  readonly stillTrue?: (ticket: ToldTicket) => boolean;
  /** What its wording may leave open beside what every wording may. */
  readonly may: readonly MessagePlaceholder[];
  readonly text: string;
  /** Whether a new system sends it. */
  readonly isOn: boolean;
}

const underWay = ({ state, leadDepartmentId }: ToldTicket): boolean => isOpen(state) && leadDepartmentId !== null;
const isAnswered = ({ state }: ToldTicket): boolean => ['callback', 'closed', 'merged'].includes(state);

/**
 * 短信种类: the milestones of which citizens are told, in the order of a ticket's life. What stands in ［］ is left out
 * where a placeholder in it has nothing to say. An address has a space on both sides: telephones take the Chinese signs
 * that touch it for a part of it.
 */
export const messageKinds = {
  'asked-more': {
    label: '请补充信息',
    on: ['register', 'askMore'],
    when: ({ state }) => state === 'incomplete',
    once: 'line',
    stillTrue: ({ state }) => state === 'incomplete',
    may: ['缺少内容'],
    text: '【12345热线】您的诉求（{工单编号}，查询码{查询码}）还需补充［：{缺少内容}］，请来电12345［或在 {查询网址} ］补充。',
    isOn: true,
  },
  registered: {
    label: '已受理',
    on: ['register', 'complete'],
    when: ({ state }) => state === 'registered',
    once: 'ticket',
    may: [],
    text: '【12345热线】您的诉求已受理，编号{工单编号}，查询码{查询码}［，{承诺时限}前答复］［，查询 {查询网址} ］。',
    isOn: true,
  },
  'answered-on-call': {
    label: '已当场答复',
    on: ['answerOnCall'],
    once: 'ticket',
    may: [],
    text: '【12345热线】您的诉求已当场答复，编号{工单编号}，查询码{查询码}。',
    isOn: true,
  },
  referred: {
    label: '已告知途径',
    on: ['refer'],
    once: 'ticket',
    may: ['引导途径'],
    text: '【12345热线】您的诉求（{工单编号}）依法应通过其他途径办理［：{引导途径}］，疑问请来电12345。',
    isOn: true,
  },
  dispatched: {
    label: '已派单',
    on: ['dispatch', 'arbitrate'],
    when: ({ round }) => round === 1,
    once: 'round',
    stillTrue: underWay,
    may: ['承办单位'],
    text: '【12345热线】您的诉求（{工单编号}）已转{承办单位}办理［，{承诺时限}前答复］，请保持电话畅通。',
    isOn: true,
  },
  merged: {
    label: '已合并办理',
    on: ['merge'],
    once: 'line',
    stillTrue: ({ state }) => state === 'merged',
    may: [],
    text: '【12345热线】您的诉求（{工单编号}）与同类诉求合并办理，结果仍按此编号告知您。',
    isOn: true,
  },
  extended: {
    label: '延期告知',
    on: ['extend'],
    once: 'line',
    stillTrue: underWay,
    may: ['承办单位'],
    text: '【12345热线】您的诉求（{工单编号}）情况复杂，经批准延期办理［，{承诺时限}前答复］，敬请谅解。',
    isOn: true,
  },
  held: {
    label: '挂账告知',
    on: ['hold'],
    once: 'line',
    stillTrue: ({ state }) => state === 'held',
    may: ['承办单位', '复核日期'],
    text: '【12345热线】您的诉求（{工单编号}）暂不具备办理条件，已列入计划跟踪［，{复核日期}复核进展］。',
    isOn: true,
  },
  answered: {
    label: '已答复',
    on: ['approve', 'answerWithMaster'],
    when: isAnswered,
    once: 'round',
    stillTrue: isAnswered,
    may: ['承办单位', '评价网址'],
    text: '【12345热线】您的诉求（{工单编号}）［{承办单位}］已答复，凭查询码{查询码}查看［，评价 {评价网址} ］。',
    isOn: true,
  },
  forwarded: {
    label: '表扬已转达',
    on: ['sign'],
    when: ({ state }) => state === 'closed',
    once: 'ticket',
    may: ['承办单位'],
    text: '【12345热线】您的表扬（{工单编号}）已转达［{承办单位}］，感谢您的肯定。',
    isOn: true,
  },
  reworked: {
    label: '已发回重办',
    on: ['rework', 'reopen'],
    once: 'round',
    stillTrue: underWay,
    may: ['承办单位'],
    text: '【12345热线】您反映未解决的诉求（{工单编号}）已交{承办单位}重新办理，请保持电话畅通。',
    isOn: true,
  },
  closed: {
    label: '已办结',
    on: ['closeUnrated'],
    once: 'round',
    stillTrue: ({ state }) => state === 'closed',
    may: ['承办单位', '评价网址'],
    text: '【12345热线】您的诉求（{工单编号}）回访未能联系到您，现已办结［，评价 {评价网址} ］，仍有问题请来电12345。',
    isOn: true,
  },
  withdrawn: {
    label: '已撤单',
    on: ['withdraw'],
    once: 'ticket',
    may: [],
    text: '【12345热线】您的诉求（{工单编号}）已按您的要求撤回。如非本人意愿，请来电12345。',
    isOn: true,
  },
  voided: {
    label: '已作废',
    on: ['void'],
    once: 'ticket',
    may: [],
    text: '【12345热线】您的诉求（{工单编号}）不再办理，疑问请来电12345。',
    isOn: false,
  },
} as const satisfies Record<string, MessageKindRow>;

export type MessageKind = keyof typeof messageKinds;
export const messageKindNames = Object.keys(messageKinds) as MessageKind[];
export const messageKindRow = (kind: MessageKind): MessageKindRow => messageKinds[kind];
