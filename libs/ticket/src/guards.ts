import { mayAppeal } from './appeal-guards';
import { isJoint, needsArbitration } from './assignments';
import { appointmentWithinDays, callbackAttemptsAllowed } from './callback-outcome';
import { clockToleranceMs } from './clock-tolerance';
import { mayCorrectReply, mayRefuseCorrection, maySendBack } from './correction';
import { elements, missingElements, unsaidElements } from './element';
import type { Guard } from './guard';
import {
  isErased,
  keepsProtection,
  mayConsent,
  mayLiftConfidentiality,
  mayReveal,
  mayWithdrawConsent,
} from './identity-guards';
import { mayArbitrate, mayHandleAgain, mayNameLead, mayRedispatch, stillHasAJudge } from './naming-guards';
import {
  isCoHandler,
  isLead,
  isNew,
  mayAskCoExtension,
  mayAskExtension,
  mayAskHold,
  mayAskSignature,
  mayCoReply,
  mayCoReturn,
  mayContact,
  mayDraft,
  mayRemoveCoHandler,
  mayReply,
  mayReturn,
  maySignOff,
  maySubDispatch,
} from './part-guards';
import { Overtaken } from './overtaken';
import { mayLiftLimit, maySetLimit } from './own-limit-guards';
import { isBad } from './rating';
import { isOpen } from './state';
import { partOf, type Ticket } from './ticket';
import type { MoveName } from './transition';
import type { TransitionInput } from './transition-input';

const dayMs = 86_400_000;

/** What a dispatcher asked for is only known to be there once somebody has said something of it. */
const isComplete: Guard<TransitionInput['complete']> = (ticket, input) => {
  const missing = [...new Set([...missingElements({ ...ticket, ...input }), ...unsaidElements(ticket.missing, input)])];
  return missing.length > 0 ? `仍缺要素：${missing.map((element) => elements[element].label).join('、')}` : null;
};

const mayEdit: Guard<TransitionInput['edit']> = (ticket, input, context) =>
  keepsProtection(ticket, input, context) ?? stillHasAJudge(ticket, input, context);

const mayAttempt: Guard<TransitionInput['callbackAttempt']> = (_ticket, { outcome, appointmentAt }, { at }) => {
  if (outcome !== 'appointment') return null;
  if (!appointmentAt) return '改时再访须约定时间';
  if (appointmentAt <= at) return '约定时间须晚于现在';
  const days = (appointmentAt.getTime() - at.getTime()) / dayMs;
  return days > appointmentWithinDays ? `约定时间须在${appointmentWithinDays}天以内` : null;
};

/** Who called may not undo what the citizen said; the citizen may, by a rating of their own. */
const mayRate: Guard<TransitionInput['rate']> = ({ state, round, judgementDue }, { source }) => {
  if (state === 'closed' && round === 0 && source !== 'call-end') return '直接答复的工单只登记话后评价';
  return judgementDue && source === 'callback-human' ? '不满意评价待认定，请先作合理性认定' : null;
};

/** What a restricted caller asks for is registered and waits; danger to life waits for nobody. */
/** 特急先电话: what is noted was said already. */
const mayReachByPhone: Guard<TransitionInput['reachByPhone']> = ({ urgency }, { reachedAt }, { at }) => {
  if (urgency !== 'critical') return '只有特急工单记录电话通知';
  return reachedAt.getTime() > at.getTime() + clockToleranceMs ? '通知时间不能晚于现在' : null;
};

const waitsForShiftLead = ({ restricted, urgency }: Ticket): boolean => restricted && urgency !== 'critical';

const mayLetRoute: Guard<unknown> = (ticket, _input, { actor }) => {
  if (!ticket.routingHeld) return '工单未被暂缓派单';
  const mayRelease = actor.roles.includes('shift-lead') || !waitsForShiftLead(ticket);
  return mayRelease ? null : '来电人受骚扰限制，须由值班长放行';
};

/** What only arbitration decides, only a supervisor refuses too. */
const mayRejectReturn: Guard<unknown> = (ticket, _input, { actor }) =>
  needsArbitration(ticket) && !actor.roles.includes('supervisor') ? '第二次退单或将派第三个单位，须由督办员裁定' : null;

const mayDispatch: Guard<TransitionInput['dispatch']> = (ticket, input, context) =>
  waitsForShiftLead(ticket) ? '来电人受骚扰限制，须由值班长放行后派单' : mayNameLead(ticket, input, context);

const mayCloseUnrated: Guard<unknown> = ({ judgementDue, callbackAttempts }) => {
  if (judgementDue) return '评价待认定，不能按未评价办结';
  return callbackAttempts >= callbackAttemptsAllowed ? null : '回访次数未用完';
};

const dueAhead = (dueAt: Date | undefined, at: Date): string | null =>
  dueAt && dueAt <= at ? '反馈期限须晚于现在' : null;

/** An order goes to who is at it: whoever has no part could not see what it is about. */
const mayOrder: Guard<TransitionInput['amendSupervision']> = ({ assignments }, order, { at, unitsOf }) => {
  if (Boolean(order.instruction) !== (order.cause === 'leader-instruction'))
    return order.instruction ? '只有领导批示的督办单填写批示内容' : '领导批示的督办单须填写批示内容';
  const units = unitsOf(order.departmentId);
  if (!assignments.some(({ departmentId }) => units.includes(departmentId))) return '主送单位不是本工单的承办单位';
  return dueAhead(order.dueAt, at);
};

const isAhead: Guard<TransitionInput['extend']> = (_ticket, { until }, { at }) =>
  until > at ? null : '延期后的期限须晚于现在';

/** What is over takes nothing more from the citizen: whoever is not content is heard at the callback. */
const mayAttach: Guard<unknown> = ({ state }, _input, { actor }) =>
  actor.roles.includes('citizen') && !isOpen(state) ? '工单已结束，诉求人不能再补充附件' : null;

/** What must hold for each transition beyond its states and actors; a transition without a row has no guard. */
export const guards: { readonly [Name in MoveName]?: Guard<TransitionInput[Name]> } = {
  edit: mayEdit,
  complete: (ticket, input, context) => isComplete(ticket, input, context) ?? mayEdit(ticket, input, context),
  askMore: (_ticket, { missing }) => (missing.length > 0 ? null : '须注明缺少的要素'),
  answerOnCall: (ticket) => (ticket.urgency === 'critical' ? '特急工单不能直接答复，须立即派单' : null),
  letRoute: mayLetRoute,
  dispatch: mayDispatch,
  redispatch: mayRedispatch,
  arbitrate: mayArbitrate,
  addCoHandler: isNew,
  removeCoHandler: mayRemoveCoHandler,
  sign: isLead,
  coSign: isCoHandler('waiting'),
  contact: mayContact,
  interimReport: isLead,
  subDispatch: maySubDispatch,
  draftReply: mayDraft,
  askSignature: mayAskSignature,
  signOff: maySignOff,
  return: mayReturn,
  coReturn: mayCoReturn,
  uphold: (ticket) => (needsArbitration(ticket) ? '第二次退单或将派第三个单位，须提级裁定' : null),
  rejectReturn: mayRejectReturn,
  reply: mayReply,
  coReply: mayCoReply,
  firstApprove: ({ firstApprovedBy }) => (firstApprovedBy ? new Overtaken('已有初审，待另一名审核员复审') : null),
  approve: ({ firstApprovedBy }, _input, { actor }) =>
    firstApprovedBy === actor.id ? '初审人不能复审，须由另一名审核员审核' : null,
  sendBack: maySendBack,
  correctReply: mayCorrectReply,
  refuseCorrection: mayRefuseCorrection,
  upstreamRework: (ticket, _input, context) => mayHandleAgain(ticket, {}, context),
  returnUp: (ticket) => (ticket.upstreamSystem ? null : '不是上级派发的工单'),
  callbackAttempt: mayAttempt,
  rate: mayRate,
  closeUnrated: mayCloseUnrated,
  judge: (ticket) => (ticket.judgementDue && ticket.rating && isBad(ticket.rating) ? null : '没有待认定的不满意评价'),
  rework: mayHandleAgain,
  reopen: mayHandleAgain,
  requestExtension: mayAskExtension,
  extend: (ticket, input, context) =>
    partOf(ticket, input)?.role === 'lead' ? isAhead(ticket, input, context) : '这条承办记录不是主办',
  requestCoExtension: mayAskCoExtension,
  // A unit below is given no time of its own: it has that of whoever handed its part on.
  coExtend: (ticket, input, context) =>
    isJoint(partOf(ticket, input)) ? isAhead(ticket, input, context) : '这条承办记录不是协办',
  setLimit: maySetLimit,
  liftLimit: mayLiftLimit,
  requestHold: mayAskHold,
  hold: (_ticket, { reviewAt }, { at }) => (reviewAt > at ? null : '复核日期须晚于现在'),
  merge: (ticket, { intoId }) => (intoId === ticket.id ? '不能并入自身' : null),
  supervise: mayOrder,
  amendSupervision: mayOrder,
  signSupervision: (_ticket, { dueAt }, { at }) => dueAhead(dueAt, at),
  reachByPhone: mayReachByPhone,
  appeal: mayAppeal,
  reveal: mayReveal,
  consentToIdentity: mayConsent,
  withdrawConsent: mayWithdrawConsent,
  liftConfidentiality: mayLiftConfidentiality,
  erase: (ticket) => isErased(ticket) ?? (ticket.archivedAt ? null : '未归档的工单不能删除个人信息'),
  thirdPartyCopy: isErased,
  attach: mayAttach,
  mark: (ticket, { alert }) => (alert === 'none' ? `工单 ${ticket.number} 无牌可亮` : null),
};
