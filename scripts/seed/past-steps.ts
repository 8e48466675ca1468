import { needsArbitration } from '#ticket/assignments';
import type { Rating } from '#ticket/rating';
import { attemptRow, ratingRow, returnRow } from '#store/ticket-rows';
import type { Past } from './past';

interface PastStep {
  /** Minutes after the step before, at least and at most. */
  readonly after: readonly [number, number];
  readonly tell: (past: Past) => void;
}

const good = { 'very-satisfied': 50, satisfied: 40, 'basically-satisfied': 10 } as const;
export const solvedReply = {
  factFinding: 'confirmed',
  demandFinding: 'reasonable',
  resolution: 'solved',
  internalText: '已派员现场核实，情况属实，已整改。',
  publicText: '您反映的问题已核实处理，感谢来电。',
} as const;

/** What happened, and how long people took for it. */
export const pastSteps = {
  answerOnCall: {
    after: [2, 9],
    tell: (past) => past.move('answerOnCall', { text: '已当场答复。' }, past.people.agent),
  },
  dispatch: { after: [0.02, 0.2], tell: dispatch },
  sign: { after: [5, 240], tell: (past) => past.move('sign', past.lead.input, past.lead.handler) },
  contact: { after: [5, 180], tell: contact },
  reply: {
    after: [200, 2_000],
    tell: (past) => past.move('reply', { ...past.lead.input, ...solvedReply }, past.lead.handler),
  },
  sendBack: {
    after: [20, 300],
    tell: (past) => past.move('sendBack', { reasonCode: 'no-evidence' }, past.people.reviewer),
  },
  approve: { after: [10, 300], tell: (past) => past.move('approve', {}, past.people.reviewer) },
  return: { after: [10, 200], tell: askReturn },
  uphold: { after: [20, 200], tell: uphold },
  rateWell: { after: [60, 900], tell: rateWell },
  rateBadly: {
    after: [60, 900],
    tell: (past) => rate(past, { ...asked, solved: 'no', satisfaction: { result: 'dissatisfied' } }),
  },
  judgeUnreasonable: { after: [30, 300], tell: (past) => judge(past, false) },
  judgeReasonable: { after: [30, 300], tell: (past) => judge(past, true) },
  noAnswer: { after: [1_440, 2_000], tell: noAnswer },
  closeUnrated: { after: [0.02, 0.1], tell: (past) => past.move('closeUnrated', {}, past.people.satisfaction) },
  withdraw: {
    after: [30, 600],
    tell: (past) => past.move('withdraw', { reason: '问题已自行解决。' }, past.people.agent),
  },
} as const satisfies Record<string, PastStep>;

export type StepName = keyof typeof pastSteps;

const asked = { source: 'callback-human', contacted: 'yes' } as const;

function dispatch(past: Past): void {
  const returned = past.ticket.assignments.map(({ departmentId }) => departmentId);
  const leadId = past.leads.find((id) => !returned.includes(id));
  if (!leadId) throw new Error('nobody is left to lead it');
  past.move('dispatch', { leadId, because: '派单目录' }, past.people.routing);
}

function contact(past: Past): void {
  if (past.ticket.confidential) return;
  past.move('contact', { ...past.lead.input, contactedAt: past.at, by: 'phone' }, past.lead.handler);
}

export function askReturn(past: Past): void {
  const { lead, ticket, at } = past;
  const asking = { ...lead.input, reasonCode: 'not-ours', basis: '不属本单位职责。' } as const;
  past.move('return', asking, lead.handler);
  const asked = { ...asking, id: past.newId(), departmentId: lead.departmentId, at };
  past.returns.push(returnRow(ticket.id, { ...asked, needsArbitration: needsArbitration(ticket) }));
}

function uphold(past: Past): void {
  past.move('uphold', { note: '理由成立。' }, past.people.dispatcher);
  for (const row of past.returns) Object.assign(row, { state: 'upheld', decided_at: past.at });
}

function rateWell(past: Past): void {
  if (past.ticket.state !== 'callback') return;
  const result = past.random.weighted(good);
  rate(past, { ...asked, solved: past.random.chance(0.92) ? 'yes' : 'partly', satisfaction: { result } });
}

export function rate(past: Past, rating: Rating, by = past.people.callback): void {
  const id = past.newId();
  const { round, id: ticketId } = past.ticket;
  past.move('rate', { ratingId: id, ...rating }, by);
  past.ratings.push(
    ratingRow(ticketId, { id, rating, round, merged: false, by: by.id, at: past.at, numberChanged: false }),
  );
}

export function judge(past: Past, reasonable: boolean): void {
  past.move('judge', { reasonable, reason: reasonable ? '发回重办。' : '诉求超出政策范围。' }, past.people.callback);
  for (const row of past.ratings) row.judged_reasonable ??= reasonable;
  if (reasonable) past.move('rework', {}, past.people.callback);
}

function noAnswer(past: Past): void {
  const { round, id } = past.ticket;
  const { callback } = past.people;
  past.move('callbackAttempt', { outcome: 'no-answer' }, callback);
  const made = { id: past.newId(), round, outcome: 'no-answer', by: callback.id, at: past.at } as const;
  past.attempts.push(attemptRow(id, made));
}
