import { elements } from '#ticket/element';
import { referReasons } from '#ticket/reason';
import { ticketTypes } from '#ticket/ticket-type';
import { urgencies } from '#ticket/urgency';
import { instant } from '../words/instant';
import { moveForm } from './move-form';
import type { TicketView } from './move-target';

const lacks =
  (element: keyof typeof elements) =>
  (_values: object, { ticket }: { ticket: TicketView }): boolean =>
    ticket.missing.includes(element);

const text = { name: 'text', input: 'long-text', required: true } as const;
const reason = { name: 'reason', input: 'long-text', label: '理由', required: true, lines: 3 } as const;

/** 单独限时: what there is now, before somebody says how much less it is to be. */
const presentLimit = ({ ticket: { dueAt, ownDueAt } }: { ticket: TicketView }): string => {
  const present = dueAt ? `现办理期限${instant(dueAt)}` : '';
  const own = ownDueAt ? `（已单独限时至${instant(ownDueAt)}）` : '';
  return `${present}${own}。单独限时约束主办和协办单位的本轮办理，对外承诺时限不变；改派后仍然有效，重办时不再适用。`;
};

/** What the hotline's own people do with a ticket. */
export const hotlineMoves = {
  complete: moveForm('POST /api/tickets/:id/complete', {
    on: 'ticket',
    rank: 'main',
    fields: [
      { name: 'citizen.name', label: '姓名', input: 'text', when: lacks('who') },
      { name: 'citizen.phone', label: '联系电话', input: 'text', when: lacks('who') },
      { name: 'citizen.anonymous', label: '匿名反映', input: 'tick', when: lacks('who') },
      { name: 'areaCode', label: '区域', input: 'area', when: lacks('where') },
      { name: 'address', label: '详细地址', input: 'text', when: lacks('where') },
      { name: 'content', label: '诉求内容', input: 'long-text', lines: 5 },
    ],
    initial: ({ ticket }) => ({ content: ticket.content, areaCode: ticket.area?.code, address: ticket.address }),
  }),
  askMore: moveForm('POST /api/tickets/:id/ask-more', {
    on: 'ticket',
    rank: 'main',
    fields: [{ name: 'missing', label: '缺少的要素', input: 'checks', options: elements, required: true }],
  }),
  answerOnCall: moveForm('POST /api/tickets/:id/answer-on-call', {
    on: 'ticket',
    rank: 'main',
    isGuarded: true,
    explainsRefusal: true,
    fields: [
      { name: 'issueId', label: '归入热点事项', input: 'answered-issue', fills: 'text' },
      { ...text, label: '答复内容' },
    ],
  }),
  refer: moveForm('POST /api/tickets/:id/refer', {
    on: 'ticket',
    rank: 'main',
    fields: [
      { name: 'reasonCode', label: '引导原因', input: 'select', options: referReasons, required: true },
      { name: 'route', label: '告知诉求人的途径', input: 'long-text', required: true, lines: 3 },
    ],
  }),
  letRoute: moveForm('POST /api/tickets/:id/release', {
    on: 'ticket',
    rank: 'main',
    isGuarded: true,
    note: '不再暂缓，交由系统派单。',
    fields: [],
  }),
  nudge: moveForm('POST /api/tickets/:id/nudge', {
    on: 'ticket',
    rank: 'main',
    note: '记录群众催单一次，不改变办理时限。',
    fields: [{ name: 'text', label: '群众说明', input: 'long-text', lines: 2 }],
  }),
  reachByPhone: moveForm('POST /api/tickets/:id/reached-by-phone', {
    on: 'ticket',
    rank: 'main',
    isFor: ({ urgency }) => urgency === 'critical',
    note: '特急工单先电话通知。记录不代替签收，也不改变时限。',
    fields: [
      { name: 'at', label: '通知时间', input: 'instant', required: true },
      { name: 'text', label: '通知到谁', input: 'text', required: true, hint: '单位和姓名，不要写电话号码' },
    ],
    initial: () => ({ at: new Date().toISOString() }),
  }),
  supplement: moveForm('POST /api/tickets/:id/supplement', {
    on: 'ticket',
    rank: 'main',
    fields: [
      { ...text, label: '补充内容' },
      { name: 'attachmentIds', label: '附件', input: 'attachments' },
    ],
  }),
  setLimit: moveForm('POST /api/tickets/:id/set-limit', {
    on: 'ticket',
    rank: 'more',
    isFor: ({ dueAt }) => dueAt !== null,
    done: '已单独限时，办理时限提前',
    note: presentLimit,
    fields: [
      { name: 'dueAt', label: '限时至', input: 'instant', required: true },
      { ...reason, lines: 2 },
      { name: 'source', label: '来源', input: 'text', hint: '选填，如领导批示、会议纪要、活动保障方案' },
    ],
  }),
  liftLimit: moveForm('POST /api/tickets/:id/lift-limit', {
    on: 'ticket',
    rank: 'more',
    isFor: ({ ownDueAt }) => ownDueAt !== null,
    done: '已取消单独限时，按规则计时',
    note: presentLimit,
    fields: [{ ...reason, label: '取消原因', lines: 2 }],
  }),
  merge: moveForm('POST /api/tickets/:id/merge', {
    on: 'ticket',
    rank: 'more',
    note: '本单并入主单，由主单答复诉求人。',
    fields: [{ name: 'intoId', label: '主单', input: 'ticket', required: true }],
  }),
  unmerge: moveForm('POST /api/tickets/:id/unmerge', {
    on: 'ticket',
    rank: 'more',
    note: '从主单拆出后单独办理：按派单目录派单，没有对应单位的转待派单。',
    fields: [],
  }),
  edit: moveForm('PATCH /api/tickets/:id', {
    on: 'ticket',
    rank: 'more',
    fields: [
      { name: 'title', label: '标题', input: 'text', required: true },
      { name: 'type', label: '诉求类型', input: 'choice', options: ticketTypes },
      { name: 'urgency', label: '紧急程度', input: 'choice', options: urgencies },
      { name: 'categoryCode', label: '事项分类', input: 'category' },
      { name: 'areaCode', label: '区域', input: 'area' },
      { name: 'address', label: '详细地址', input: 'text' },
      { name: 'subjectParty', label: '被反映对象', input: 'text' },
      { name: 'stability', label: '涉稳', input: 'yes-no' },
      { name: 'peopleInvolved', label: '涉及人数', input: 'number' },
      { name: 'amountYuan', label: '涉及金额（元）', input: 'number' },
      { name: 'content', label: '诉求内容', input: 'long-text', lines: 6 },
    ],
    initial: ({ ticket }) => ({ ...ticket, categoryCode: ticket.category?.code, areaCode: ticket.area?.code }),
  }),
  withdraw: moveForm('POST /api/tickets/:id/withdraw', {
    on: 'ticket',
    rank: 'more',
    isDangerous: true,
    fields: [{ ...reason, label: '撤单原因' }],
  }),
  void: moveForm('POST /api/tickets/:id/void', {
    on: 'ticket',
    rank: 'more',
    isDangerous: true,
    fields: [{ ...reason, label: '作废原因' }],
  }),
  reveal: moveForm('POST /api/tickets/:id/reveal', {
    on: 'ticket',
    rank: 'apart',
    note: '查看会记入工单办理过程。',
    done: '已记录查看',
    fields: [{ ...reason, label: '查看事由', lines: 2 }],
  }),
};
