import { moveForm } from './move-form';

const decision = { on: 'request', rank: 'main' } as const;
const note = { name: 'note', label: '审批意见', input: 'long-text', lines: 2 } as const;
const reason = { name: 'reason', label: '不同意的理由', input: 'long-text', required: true, lines: 3 } as const;

/** 延期, 挂账, 申诉: what is decided on what a department asked for. */
export const requestMoves = {
  extend: moveForm('POST /api/extensions/:id/approve', {
    ...decision,
    done: '已同意，期限顺延',
    note: '同意后办理时限延至申请的时间，对外承诺时限同等顺延，并告知诉求人。',
    fields: [note],
  }),
  refuseExtension: moveForm('POST /api/extensions/:id/refuse', {
    ...decision,
    isDangerous: true,
    note: '不同意后办理时限不变，仍按现期限计时。',
    fields: [reason],
  }),
  coExtend: moveForm('POST /api/extensions/:id/approve', {
    ...decision,
    done: '已同意，协办时限顺延',
    note: '同意后只有该协办单位的时限延至申请的时间，主办单位的时限和对外承诺时限不变。',
    fields: [note],
  }),
  refuseCoExtension: moveForm('POST /api/extensions/:id/refuse', {
    ...decision,
    isDangerous: true,
    note: '不同意后协办时限不变，仍按现期限计时。',
    fields: [reason],
  }),
  hold: moveForm('POST /api/holds/:id/approve', {
    ...decision,
    done: '已挂账，暂停计时',
    note: '同意后工单挂账，各项时限暂停计时，到复核日期复核。',
    fields: [note],
  }),
  refuseHold: moveForm('POST /api/holds/:id/refuse', {
    ...decision,
    isDangerous: true,
    note: '不同意后继续办理，时限不变。',
    fields: [reason],
  }),
  accept: moveForm('POST /api/appeals/:id/accept', {
    ...decision,
    done: '申诉成立，已剔除考核',
    note: '成立后本单不计入满意率、解决率和得分；群众的评价照旧保留、照旧可见。',
    fields: [{ ...note, label: '裁决意见' }],
  }),
  refuseAppeal: moveForm('POST /api/appeals/:id/refuse', {
    ...decision,
    isDangerous: true,
    note: '不成立的，评价照常计入考核。',
    fields: [{ ...reason, label: '不成立的理由' }],
  }),
  signOff: moveForm('POST /api/assignments/:id/sign-off', {
    ...decision,
    note: '签发即报送热线，以签发时间为准；不予签发的退回经办人修改。',
    fields: [
      { name: 'approve', label: '签发意见', input: 'yes-no', answers: ['同意签发', '不予签发'], required: true },
      { ...reason, label: '不予签发的理由', when: ({ approve }) => approve === false },
    ],
    initial: () => ({ approve: true }),
  }),
  resume: moveForm('POST /api/holds/:id/end', {
    ...decision,
    done: '已销账，恢复计时',
    note: '销账并恢复办理，各项时限按挂账时长顺延。',
    fields: [{ ...note, label: '复核意见' }],
  }),
  endHold: moveForm('POST /api/holds/:id/end', {
    ...decision,
    done: '已销账',
    note: '工单已经反馈，销账只了结台账，不改变工单。',
    fields: [{ ...note, label: '复核意见' }],
  }),
};
