import { isOpenAssignment } from '#ticket/assignment-state';
import { helping } from './helping';
import { moveForm } from './move-form';
import type { AssignmentView, TicketView } from './move-target';

const handlers = [
  { name: 'leadId', label: '主办单位', input: 'lead', required: true },
  { name: 'coHandlerIds', label: '协办单位', input: 'departments' },
] as const;
const reason = { name: 'reason', label: '理由', input: 'long-text', required: true, lines: 2 } as const;

const ledNow = ({ assignments, lead, round }: TicketView): AssignmentView | undefined =>
  assignments.find(
    (part) =>
      part.role === 'lead' && part.round === round && part.departmentId === lead?.id && isOpenAssignment(part.state),
  );

/** Who handles it: dispatching, returns and arbitration. */
export const routingMoves = {
  dispatch: moveForm('POST /api/tickets/:id/dispatch', {
    on: 'ticket',
    rank: 'main',
    fields: [...handlers, { name: 'note', label: '派单意见', input: 'long-text', lines: 2 }],
  }),
  redispatch: moveForm('POST /api/tickets/:id/redispatch', {
    on: 'ticket',
    rank: 'more',
    note: '改派只换主办单位；协办单位去掉的即撤回，留下的继续协办，时限不变。',
    fields: [...handlers, { ...reason, label: '改派原因' }],
    initial: ({ ticket }) => ({ coHandlerIds: helping(ticket).map(({ departmentId }) => departmentId) }),
    fixed: ({ ticket }) => {
      const lead = ledNow(ticket);
      return lead ? { insteadOf: { assignmentId: lead.id, state: lead.state } } : {};
    },
  }),
  addCoHandler: moveForm('POST /api/tickets/:id/add-co-handler', {
    on: 'ticket',
    rank: 'more',
    done: '已加派协办',
    note: '协办单位有自己的时限和反馈，由主办单位汇总答复。',
    fields: [
      { name: 'departmentId', label: '协办单位', input: 'department', required: true },
      { name: 'note', label: '协办意见', input: 'long-text', lines: 2 },
    ],
  }),
  removeCoHandler: moveForm('POST /api/tickets/:id/remove-co-handler', {
    on: 'ticket',
    rank: 'more',
    isDangerous: true,
    isFor: (ticket) => helping(ticket).length > 0,
    done: '已撤回协办',
    fields: [
      { name: 'departmentId', label: '撤回的协办单位', input: 'co-handler', required: true },
      { ...reason, label: '撤回原因' },
    ],
  }),
  uphold: moveForm('POST /api/returns/:id/uphold', {
    on: 'return',
    rank: 'main',
    isGuarded: true,
    explainsRefusal: true,
    note: '同意后不再派给该单位：派单目录另有单位的随即改派，没有的转回待派单。',
    fields: [{ name: 'note', label: '审理意见', input: 'long-text', lines: 2 }],
  }),
  rejectReturn: moveForm('POST /api/returns/:id/reject', {
    on: 'return',
    rank: 'main',
    note: '驳回后视为该单位已签收，继续办理。',
    fields: [{ ...reason, label: '驳回理由' }],
  }),
  arbitrate: moveForm('POST /api/tickets/:id/arbitrate', {
    on: 'ticket',
    rank: 'main',
    note: '裁定为最终结果，承办单位不得再次退单。',
    fields: [...handlers, { ...reason, label: '裁定意见' }],
  }),
  returnUp: moveForm('POST /api/tickets/:id/return-up', {
    on: 'ticket',
    rank: 'more',
    isGuarded: true,
    fields: [{ ...reason, label: '退回理由' }],
  }),
  upstreamAccept: moveForm('POST /api/tickets/:id/upstream-verdict', {
    on: 'ticket',
    rank: 'main',
    fixed: { kind: 'accept' },
    fields: [],
  }),
  upstreamRework: moveForm('POST /api/tickets/:id/upstream-verdict', {
    on: 'ticket',
    rank: 'main',
    fixed: { kind: 'rework' },
    fields: [{ name: 'dueAt', label: '上级新的期限', input: 'instant' }],
  }),
  returnUpAccepted: moveForm('POST /api/tickets/:id/upstream-verdict', {
    on: 'ticket',
    rank: 'main',
    fixed: { kind: 'return-accepted' },
    fields: [],
  }),
  returnUpRefused: moveForm('POST /api/tickets/:id/upstream-verdict', {
    on: 'ticket',
    rank: 'main',
    fixed: { kind: 'return-refused' },
    fields: [],
  }),
  reopen: moveForm('POST /api/tickets/:id/reopen', {
    on: 'ticket',
    rank: 'main',
    isGuarded: true,
    isDangerous: true,
    note: '用于虚假办结，计入承办单位考核。',
    fields: [
      { ...reason, label: '重启原因' },
      { name: 'leadId', label: '主办单位（不选则由原单位重办）', input: 'department' },
    ],
  }),
};
