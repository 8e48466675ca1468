import { isOpenAssignment } from '#ticket/assignment-state';
import { demandFindings, factFindings, resolutions, type Resolution } from '#ticket/finding';
import { returnReasons } from '#ticket/reason';
import { contactWays } from '../words/contact-ways';
import type { Values } from './field-row';
import { moveForm } from './move-form';
import type { MoveTarget } from './move-target';

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

const othersAreOut = (_values: Values, { ticket }: MoveTarget): boolean =>
  ticket.assignments.some((part) => part.role === 'co-handler' && isOpenAssignment(part.state));

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
  },
  { name: 'attachmentIds', label: '佐证材料', input: 'attachments' },
] as const;

/** What a department does with its part of a ticket; lead and co-handler go through the same operations. */
export const deskMoves = {
  sign: moveForm('POST /api/assignments/:id/sign', {
    ...nothing,
    on: 'lead',
    note: '签收后由本单位办理，办理时限自派单起算。',
  }),
  coSign: moveForm('POST /api/assignments/:id/sign', { ...nothing, on: 'co-handler' }),
  reply: moveForm('POST /api/assignments/:id/reply', {
    on: 'lead',
    rank: 'main',
    fields: [
      { name: 'issueId', label: '归入热点事项', input: 'answered-issue', fills: 'publicText' },
      ...findings,
      {
        name: 'overruledReason',
        label: '不等协办反馈的理由',
        input: 'long-text',
        lines: 2,
        hint: '协办单位尚未反馈：请等待，或说明理由',
        when: othersAreOut,
      },
    ],
  }),
  coReply: moveForm('POST /api/assignments/:id/reply', {
    on: 'co-handler',
    rank: 'main',
    isGuarded: true,
    fields: findings,
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
  contact: moveForm('POST /api/assignments/:id/contact', {
    on: 'lead',
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
