import { callbackAttemptsAllowed, callbackOutcomes } from '#ticket/callback-outcome';
import { contactedAnswers, satisfactions, solvedAnswers } from '#ticket/rating';
import { sendBackReasons } from '#ticket/reason';
import { moveForm } from './move-form';

/** A finished call is a rating; an attempt is recorded for every other end. */
const { done: _rated, ...unfinished } = callbackOutcomes;

/** The hotline's check of a reply, and what the citizen says of it. */
export const satisfactionMoves = {
  approve: moveForm('POST /api/tickets/:id/approve', {
    on: 'ticket',
    rank: 'main',
    fields: [{ name: 'note', label: '审核意见', input: 'long-text', lines: 2 }],
  }),
  sendBack: moveForm('POST /api/tickets/:id/send-back', {
    on: 'ticket',
    rank: 'main',
    isGuarded: true,
    fields: [
      { name: 'reasonCode', label: '退回原因', input: 'choice', options: sendBackReasons, required: true },
      { name: 'note', label: '补正要求', input: 'long-text', lines: 3 },
    ],
  }),
  refuseCorrection: moveForm('POST /api/tickets/:id/refuse-correction', {
    on: 'ticket',
    rank: 'main',
    isGuarded: true,
    done: '未予更正，原反馈仍然有效',
    fields: [{ name: 'reason', label: '不予更正的理由', input: 'long-text', required: true, lines: 2 }],
  }),
  rate: moveForm('POST /api/tickets/:id/ratings', {
    on: 'ticket',
    rank: 'main',
    isGuarded: true,
    fields: [
      {
        name: 'contacted',
        label: '一、承办单位是否联系过您？',
        input: 'choice',
        options: contactedAnswers,
        required: true,
      },
      { name: 'solved', label: '二、问题是否解决？', input: 'choice', options: solvedAnswers, required: true },
      {
        name: 'satisfaction.result',
        label: '三、对办理结果是否满意？',
        input: 'choice',
        options: satisfactions,
        required: true,
      },
      { name: 'satisfaction.attitude', label: '对办理态度是否满意？（选填）', input: 'choice', options: satisfactions },
      { name: 'satisfaction.speed', label: '对办理速度是否满意？（选填）', input: 'choice', options: satisfactions },
      { name: 'comment', label: '群众意见', input: 'long-text', lines: 2 },
    ],
  }),
  callbackAttempt: moveForm('POST /api/tickets/:id/callback-attempts', {
    on: 'ticket',
    rank: 'main',
    note: ({ ticket: { callbackAttempts } }) =>
      `没有完成评价时，登记这次回访的结果。已计${callbackAttempts}次（同一时段只计一次），满${callbackAttemptsAllowed}次未成即按“未评价”办结。`,
    fields: [
      { name: 'outcome', label: '回访结果', input: 'choice', options: unfinished, required: true },
      {
        name: 'appointmentAt',
        label: '约定时间',
        input: 'instant',
        required: true,
        when: ({ outcome }) => outcome === 'appointment',
      },
    ],
  }),
  judge: moveForm('POST /api/tickets/:id/judgement', {
    on: 'ticket',
    rank: 'main',
    isGuarded: true,
    fields: [
      {
        name: 'reasonable',
        label: '群众的不满意是否合理？',
        input: 'yes-no',
        answers: ['合理，发回重办', '不合理，予以办结'],
        required: true,
      },
      { name: 'reason', label: '认定理由', input: 'long-text', required: true, lines: 3 },
      {
        name: 'leadId',
        label: '重办单位（不选则由原单位重办）',
        input: 'department',
        when: ({ reasonable }) => reasonable === true,
      },
    ],
  }),
};
