import { isJoint } from '#ticket/assignments';
import { isOpenAssignment } from '#ticket/assignment-state';
import { demandFindings, factFindings, resolutions, type Resolution } from '#ticket/finding';
import { returnReasons } from '#ticket/reason';
import { appealableUntil } from '../appeals/appealable-until';
import { contactWays } from '../words/contact-ways';
import { instant } from '../words/instant';
import type { FieldRow, Values } from './field-row';
import { moveForm } from './move-form';
import type { AssignmentView, MoveTarget } from './move-target';

const nothing = { rank: 'main', isGuarded: true, fields: [] } as const;

const returnFields = [
  { name: 'reasonCode', label: '退单原因', input: 'select', options: returnReasons, required: true },
  { name: 'basis', label: '退单依据', input: 'long-text', required: true, lines: 3 },
] as const;

const extensionFields = [
  { name: 'until', label: '延至', input: 'extended-until', required: true },
  { name: 'reason', label: '延期理由', input: 'long-text', required: true, lines: 2 },
  { name: 'basis', label: '依据', input: 'long-text', required: true, lines: 2 },
  { name: 'attachmentIds', label: '佐证材料', input: 'attachments' },
] as const;

const staysUnsolved = ({ resolution }: Values): boolean =>
  resolution !== undefined && resolutions[resolution as Resolution].why;

/** Whom a part's answer waits for: the units it was handed on to, and a lead for its co-handlers. */
const answersTo = ({ part }: MoveTarget, each: AssignmentView): boolean =>
  each.parentId === part?.id || (part?.role === 'lead' && isJoint(each));

const othersAreOut = (_values: Values, target: MoveTarget): boolean =>
  target.ticket.assignments.some((each) => isOpenAssignment(each.state) && answersTo(target, each));

/** Whoever answers merges what the others answered in this round: it begins with what they wrote. */
const merged = (target: MoveTarget): Values => {
  const answers = target.ticket.assignments.filter(
    (each) => each.reply && each.round === target.part?.round && answersTo(target, each),
  );
  const texts = answers.map(({ department, reply }) => `【${department.name}】${reply?.internalText ?? ''}`);
  return texts.length > 0 ? { internalText: texts.join('\n') } : {};
};

/** 更正 begins with what was approved. */
const corrected = ({ part }: MoveTarget): Values => {
  const { factFinding, demandFinding, resolution, unsolvedReason, internalText, publicText, attachmentIds } =
    part?.reply ?? {};
  return { factFinding, demandFinding, resolution, unsolvedReason, internalText, publicText, attachmentIds };
};

const overruled = {
  name: 'overruledReason',
  label: '不等协办或下级反馈的理由',
  input: 'long-text',
  lines: 2,
  hint: '协办或下级单位尚未反馈：请等待，或说明理由',
  when: othersAreOut,
} as const;

const findings = [
  { name: 'factFinding', label: '事实认定', input: 'choice', options: factFindings, required: true },
  { name: 'demandFinding', label: '诉求认定', input: 'choice', options: demandFindings, required: true },
  { name: 'resolution', label: '办理结果', input: 'choice', options: resolutions, required: true },
  { name: 'unsolvedReason', label: '未解决原因', input: 'long-text', required: true, lines: 2, when: staysUnsolved },
  {
    name: 'internalText',
    label: '办理情况（内部）',
    input: 'long-text',
    required: true,
    lines: 4,
    hint: '只供热线和上级查看',
  },
  {
    name: 'publicText',
    label: '答复内容（公开）',
    input: 'long-text',
    required: true,
    lines: 4,
    hint: '诉求人会看到，不得含个人信息',
    isPublic: true,
    isReply: true,
  },
  { name: 'attachmentIds', label: '佐证材料', input: 'attachments' },
] as const;

/** One answer to many: what proves it belongs to one ticket, and whose co-handlers are out is seen at each. */
export const batchReplyFields: readonly FieldRow[] = [
  ...findings
    .filter(({ name }) => name !== 'attachmentIds')
    .map((row) => (row.name === 'publicText' ? { ...row, isReply: false } : row)),
  { ...overruled, when: undefined, hint: '有协办或下级单位尚未反馈的才需填写' },
];

/** What a department does with its part of a ticket; lead and co-handler go through the same operations. */
export const deskMoves = {
  sign: moveForm('POST /api/assignments/:id/sign', {
    ...nothing,
    on: 'lead',
    note: '签收后由本单位办理，办理时限自派单起算。',
  }),
  coSign: moveForm('POST /api/assignments/:id/sign', { ...nothing, on: 'co-handler' }),
  appeal: moveForm('POST /api/tickets/:id/appeals', {
    on: 'ticket',
    rank: 'more',
    isFor: (ticket) => appealableUntil(ticket) !== null,
    done: '申诉已提交，由督办员裁决',
    note: '对群众的不满意评价提出申诉。成立的不计入满意率、解决率和得分，评价照旧保留。',
    fields: [
      { name: 'reason', label: '申诉理由', input: 'long-text', required: true, lines: 4 },
      { name: 'attachmentIds', label: '佐证材料', input: 'attachments' },
    ],
  }),
  reply: moveForm('POST /api/assignments/:id/reply', {
    on: 'lead',
    rank: 'main',
    fields: [
      { name: 'issueId', label: '归入热点事项', input: 'answered-issue', fills: 'publicText' },
      ...findings,
      overruled,
    ],
    initial: merged,
  }),
  correctReply: moveForm('POST /api/assignments/:id/correct', {
    on: 'lead',
    ofAnswered: true,
    isFor: ({ rating, round }) => rating?.round !== round,
    rank: 'more',
    done: '更正已提交，由热线重新审核',
    note: '反馈已审核通过、还没有回访时，可以更正。更正后重新审核，审核通过前群众看到的仍是原来的答复。',
    fields: [{ name: 'reason', label: '更正原因', input: 'long-text', required: true, lines: 2 }, ...findings],
    initial: corrected,
  }),
  coReply: moveForm('POST /api/assignments/:id/reply', {
    on: 'co-handler',
    rank: 'main',
    fields: [...findings, overruled],
    initial: merged,
  }),
  requestExtension: moveForm('POST /api/assignments/:id/request-extension', {
    on: 'lead',
    rank: 'more',
    note: '到期前申请；审批期间照常计时，同意后对外承诺时限同等顺延并告知诉求人。',
    fields: extensionFields,
  }),
  requestCoExtension: moveForm('POST /api/assignments/:id/request-extension', {
    on: 'co-handler',
    rank: 'more',
    note: '到期前申请；审批期间照常计时，同意后只顺延本单位的协办时限，主办单位的时限和对外承诺时限不变。',
    fields: extensionFields,
  }),
  requestHold: moveForm('POST /api/assignments/:id/request-hold', {
    on: 'lead',
    rank: 'more',
    note: '同意后工单挂账，各项时限暂停计时，到复核日期复核。',
    fields: [
      { name: 'plan', label: '工作计划', input: 'long-text', required: true, lines: 3 },
      { name: 'responsible', label: '责任人', input: 'text', required: true },
      { name: 'reviewAt', label: '复核日期', input: 'instant', required: true },
    ],
  }),
  subDispatch: moveForm('POST /api/assignments/:id/sub-dispatch', {
    on: 'part',
    rank: 'main',
    needsUnits: true,
    isForPart: ({ state }) => state === 'waiting' || state === 'working',
    done: '已转下级办理',
    note: ({ part }) =>
      `本单位仍负责答复和时限${part?.dueAt ? `（${instant(part.dueAt)}到期）` : ''}；下级的期限不超过本单位的期限，反馈后由本单位汇总。`,
    fields: [
      { name: 'departmentId', label: '下级单位', input: 'unit-below', required: true },
      { name: 'dueAt', label: '要求反馈时间', input: 'instant' },
      { name: 'note', label: '转办意见', input: 'long-text', lines: 2 },
    ],
  }),
  contact: moveForm('POST /api/assignments/:id/contact', {
    on: 'part',
    isForPart: ({ role, parentId }) => role === 'lead' || parentId !== null,
    rank: 'main',
    isGuarded: true,
    isHotlinesIfProtected: true,
    fields: [
      { name: 'at', label: '联系时间', input: 'instant', required: true },
      { name: 'by', label: '联系方式', input: 'choice', options: contactWays, required: true },
      { name: 'notReachedReason', label: '未联系上的原因', input: 'text', hint: '联系上了不用填写' },
    ],
    initial: () => ({ at: new Date().toISOString(), by: 'phone' }),
  }),
  interimReport: moveForm('POST /api/assignments/:id/interim-report', {
    on: 'lead',
    rank: 'main',
    isGuarded: true,
    fields: [
      { name: 'text', label: '进展情况', input: 'long-text', required: true, lines: 4 },
      { name: 'nextAt', label: '下次汇报时间', input: 'instant' },
    ],
  }),
  return: moveForm('POST /api/assignments/:id/return', {
    on: 'lead',
    rank: 'main',
    isGuarded: true,
    explainsRefusal: true,
    note: '审理期间办理时限不停。',
    fields: returnFields,
  }),
  coReturn: moveForm('POST /api/assignments/:id/return', {
    on: 'co-handler',
    rank: 'main',
    isGuarded: true,
    fields: returnFields,
  }),
};
