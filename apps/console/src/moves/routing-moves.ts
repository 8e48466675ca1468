import { moveForm } from './move-form';

const handlers = [
  { name: 'leadId', label: '主办单位', input: 'lead', required: true },
  { name: 'coHandlerIds', label: '协办单位', input: 'departments' },
] as const;
const reason = { name: 'reason', label: '理由', input: 'long-text', required: true, lines: 2 } as const;

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
    fields: [...handlers, { ...reason, label: '改派原因' }],
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
