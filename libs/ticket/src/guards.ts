import { isOpenAssignment } from './assignment-state';
import { leadsTried, needsArbitration, returnedBy } from './assignments';
import { callbackAttemptsAllowed } from './callback-outcome';
import { missingElements } from './element';
import { resolutions } from './finding';
import type { MoveContext } from './move-context';
import { isBad } from './rating';
import type { Assignment, Ticket } from './ticket';
import type { MoveName } from './transition';
import type { Handlers, TransitionInput } from './transition-input';

/** Why this may not happen, in a clerk's words; null when it may. */
type Refusal = string | null;
type Guard<Input> = (ticket: Ticket, input: Input, context: MoveContext) => Refusal;

const partOf = (ticket: Ticket, id: string): Assignment | undefined =>
  ticket.assignments.find((each) => each.id === id);

const isTheirs = (ticket: Ticket, { assignmentId }: { assignmentId: string }, { actor }: MoveContext): Refusal => {
  const part = partOf(ticket, assignmentId);
  if (!part) return '工单没有这条承办记录';
  const byHotline = actor.roles.some((role) => role === 'callback' || role === 'agent');
  return byHotline || actor.departmentIds.includes(part.departmentId) ? null : '不是本单位承办的工单';
};

const isLead: Guard<{ assignmentId: string }> = (ticket, input, context) =>
  isTheirs(ticket, input, context) ?? (ticket.leadId === input.assignmentId ? null : '只有主办单位可以办理此项');

const isCoHandler =
  (...states: Assignment['state'][]): Guard<{ assignmentId: string }> =>
  (ticket, input, context) => {
    const theirs = isTheirs(ticket, input, context);
    if (theirs) return theirs;
    const part = partOf(ticket, input.assignmentId);
    if (part?.role !== 'co-handler') return '这条承办记录不是协办';
    return states.includes(part.state) ? null : '协办当前状态不能办理此项';
  };

/** The accused department never handles a complaint about itself alone (domain.md §7). */
const notJudgeOfItself: Guard<Handlers> = (ticket, { leadId, coHandlerIds }) => {
  const accused = ticket.type === 'complaint' || ticket.type === 'report' ? ticket.subjectDepartmentId : null;
  const alone = (coHandlerIds ?? []).length === 0;
  return leadId === accused && alone ? '被反映单位不能单独承办对本单位的投诉举报' : null;
};

const oneLead: Guard<Handlers> = (_ticket, { leadId, coHandlerIds = [] }) => {
  if (coHandlerIds.includes(leadId)) return '主办单位不能同时是协办单位';
  return new Set(coHandlerIds).size === coHandlerIds.length ? null : '协办单位重复';
};

const notReturnedBefore: Guard<Handlers> = (ticket, { leadId }) =>
  returnedBy(ticket).includes(leadId) && !ticket.arbitrated ? '该单位的退单已获同意，不得再次派给该单位' : null;

const mayNameLead: Guard<Handlers> = (ticket, input, context) =>
  oneLead(ticket, input, context) ??
  notJudgeOfItself(ticket, input, context) ??
  notReturnedBefore(ticket, input, context);

const notThirdDepartment: Guard<Handlers> = (ticket, { leadId }) => {
  const isNew = !ticket.assignments.some((each) => each.role === 'lead' && each.departmentId === leadId);
  return isNew && leadsTried(ticket) >= 2 ? '已流转两个单位，须提级裁定' : null;
};

const mayReturn: Guard<TransitionInput['return']> = (ticket, input, context) => {
  const theirs = isLead(ticket, input, context);
  if (theirs) return theirs;
  if (ticket.urgency === 'critical') return '特急工单先办理后申诉，不得退单';
  if (ticket.arbitrated) return '已经裁定，不得再次退单';
  return context.pastClocks.has('return-window') ? '已超过退单申请期' : null;
};

const mayReply: Guard<TransitionInput['reply']> = (ticket, input, context) => {
  const theirs = isLead(ticket, input, context);
  if (theirs) return theirs;
  if (resolutions[input.resolution].why && !input.unsolvedReason?.trim()) return '未解决须说明原因';
  const waiting = ticket.assignments.some((each) => each.role === 'co-handler' && isOpenAssignment(each.state));
  return waiting && !input.overruledReason?.trim() ? '协办单位尚未反馈，须等待或说明不采纳的理由' : null;
};

const mayRework: Guard<{ leadId?: string }> = (ticket, input, context) => {
  if (!input.leadId && !ticket.leadDepartmentId) return '没有承办单位，须指定主办单位';
  return input.leadId ? mayNameLead(ticket, { leadId: input.leadId }, context) : null;
};

const notArchived = (ticket: Ticket): Refusal => (ticket.archivedAt ? '工单已归档' : null);

/** What must hold for each transition beyond its states and actors; a transition without a row has no guard. */
export const guards: { readonly [Name in MoveName]?: Guard<TransitionInput[Name]> } = {
  complete: (ticket, input) => {
    const missing = missingElements({ ...ticket, ...input });
    return missing.length > 0 ? `仍缺要素：${missing.join('、')}` : null;
  },
  answerOnCall: (ticket) => (ticket.urgency === 'critical' ? '特急工单不能直接答复，须立即派单' : null),
  letRoute: (ticket) => (ticket.routingHeld ? null : '工单未被暂缓派单'),
  dispatch: mayNameLead,
  redispatch: (ticket, input, context) =>
    mayNameLead(ticket, input, context) ?? notThirdDepartment(ticket, input, context),
  arbitrate: (ticket, input, context) => oneLead(ticket, input, context) ?? notJudgeOfItself(ticket, input, context),
  addCoHandler: (ticket, { departmentId }) =>
    ticket.assignments.some((each) => each.departmentId === departmentId && isOpenAssignment(each.state))
      ? '该单位已在承办'
      : null,
  sign: isLead,
  coSign: isCoHandler('waiting'),
  contact: isTheirs,
  interimReport: isLead,
  subDispatch: isTheirs,
  draftReply: isLead,
  return: mayReturn,
  coReturn: isCoHandler('waiting', 'working'),
  uphold: (ticket) => (needsArbitration(ticket) ? '第二次退单或将派第三个单位，须提级裁定' : null),
  reply: mayReply,
  coReply: isCoHandler('waiting', 'working'),
  returnUp: (ticket) => (ticket.upstreamSystem ? null : '不是上级派发的工单'),
  rate: (ticket, input) =>
    ticket.state === 'closed' && ticket.round === 0 && input.source !== 'call-end'
      ? '直接答复的工单只登记话后评价'
      : notArchived(ticket),
  closeUnrated: (ticket) => (ticket.callbackAttempts >= callbackAttemptsAllowed ? null : '回访次数未用完'),
  judge: (ticket) => (ticket.judgementDue && ticket.rating && isBad(ticket.rating) ? null : '没有待认定的不满意评价'),
  rework: (ticket, input, context) => notArchived(ticket) ?? mayRework(ticket, input, context),
  reopen: (ticket, input, context) => notArchived(ticket) ?? mayRework(ticket, input, context),
  merge: (ticket, { intoId }) => (intoId === ticket.id ? '不能并入自身' : null),
  archive: notArchived,
  mark: (ticket, { alert }) => (alert === 'none' ? `工单 ${ticket.number} 无牌可亮` : null),
};
