import { isOneOf } from './actor';
import { isOpenAssignment } from './assignment-state';
import { coHandlerPart, coHandlersOf, isJoint, openBelow } from './assignments';
import { clockToleranceMs } from './clock-tolerance';
import type { Guard } from './guard';
import { isUnexplained } from './finding';
import { isAccusedAlone } from './naming-guards';
import { Overtaken } from './overtaken';
import { isOfReply, isSigned } from './sign-off';
import { partOf, type Assignment } from './ticket';
import type { OnPart, TransitionInput } from './transition-input';

export const isTheirs: Guard<OnPart> = (ticket, input, { actor }) => {
  const part = partOf(ticket, input);
  if (!part) return '工单没有这条承办记录';
  return actor.departmentIds.includes(part.departmentId) ? null : '不是本单位承办的工单';
};

const isStillOpen: Guard<OnPart> = (ticket, input) => {
  const part = partOf(ticket, input);
  if (!part) return '工单没有这条承办记录';
  return isOpenAssignment(part.state) ? null : new Overtaken('本条承办已经结束', part.id);
};

export const isLead: Guard<OnPart> = (ticket, input, context) => {
  const theirs = isTheirs(ticket, input, context);
  if (theirs || ticket.leadId === input.assignmentId) return theirs;
  const words = '只有主办单位可以办理此项';
  return partOf(ticket, input)?.role === 'lead' ? new Overtaken(words, input.assignmentId) : words;
};

export const isCoHandler =
  (...states: Assignment['state'][]): Guard<OnPart> =>
  (ticket, input, context) => {
    const theirs = isTheirs(ticket, input, context);
    if (theirs) return theirs;
    const part = partOf(ticket, input);
    if (part?.role !== 'co-handler') return '这条承办记录不是协办';
    return states.includes(part.state) ? null : new Overtaken('协办当前状态不能办理此项', part.id);
  };

/** The department speaks with the citizen first; a protected citizen is spoken to by the hotline alone (domain.md §2, §7). */
export const mayContact: Guard<TransitionInput['contact']> = (ticket, input, context) => {
  const byHotline = isOneOf(context.actor, ['callback', 'agent']);
  if (ticket.confidential && !byHotline) return '保密工单由热线联系诉求人';
  const refused = ticket.confidential ? null : isTheirs(ticket, input, context);
  return refused ?? isStillOpen(ticket, input, context) ?? isPlausible(ticket, input, context);
};

/** A contact lies between the dispatch and now, so that nobody meets the clock with one that was not made. */
const isPlausible: Guard<TransitionInput['contact']> = (ticket, input, { at }) => {
  const contactedAt = input.contactedAt.getTime();
  const dispatchedAt = partOf(ticket, input)?.dispatchedAt ?? at;
  if (contactedAt > at.getTime() + clockToleranceMs) return '联系时间不能晚于现在';
  return contactedAt < dispatchedAt.getTime() - clockToleranceMs ? '联系时间不能早于派单时间' : null;
};

/** To a unit below the part's department, while that is at it itself, and within its own time. */
export const maySubDispatch: Guard<TransitionInput['subDispatch']> = (ticket, input, context) => {
  const refused = mayHandOn(ticket, input, context);
  if (refused) return refused;
  const above = partOf(ticket, input)?.departmentId ?? '';
  if (input.departmentId === above || !context.unitsOf(above).includes(input.departmentId))
    return '只能转给本单位的下级';
  return isNew(ticket, input, context) ?? isInTime(input, context.at);
};

/** Whether a part may be handed on at all, to whomever. */
const mayHandOn: Guard<OnPart> = (ticket, input, context) => {
  const refused = isTheirs(ticket, input, context) ?? isStillOpen(ticket, input, context);
  if (refused) return refused;
  const isAtIt = atWork.includes(partOf(ticket, input)?.state ?? 'cancelled');
  return isAtIt ? null : '退单待审或待签发时不能转下级';
};

const atWork: readonly Assignment['state'][] = ['waiting', 'working'];

/** Whoever handed it on stays responsible, and needs the answer before its own time is up. */
function isInTime({ dueAt, partDueAt }: TransitionInput['subDispatch'], at: Date): string | null {
  if (!dueAt) return null;
  if (dueAt <= at) return '下级的反馈期限须晚于现在';
  return partDueAt && dueAt > partDueAt ? '下级的反馈期限不能晚于本单位的办理期限' : null;
}

/** A department has one part at a time. */
export const isNew: Guard<{ departmentId: string }> = (ticket, { departmentId }) => {
  const known = ticket.assignments.find((each) => each.departmentId === departmentId && isOpenAssignment(each.state));
  return known ? new Overtaken('该单位已在承办', known.id) : null;
};

export const mayReturn: Guard<TransitionInput['return']> = (ticket, input, context) => {
  const theirs = isLead(ticket, input, context);
  if (theirs) return theirs;
  if (ticket.urgency === 'critical') return '特急工单先办理后申诉，不得退单';
  if (ticket.arbitrated) return '已经裁定，不得再次退单';
  return context.pastClocks.has('return-window') ? '已超过退单申请期' : null;
};

export const mayAskExtension: Guard<TransitionInput['requestExtension']> = (ticket, input, context) =>
  isLead(ticket, input, context) ?? isAskedInTime(ticket, input, context);

/** A unit below has the time of the one that handed its part on, which is the one to ask for more. */
export const mayAskCoExtension: Guard<TransitionInput['requestCoExtension']> = (ticket, input, context) => {
  const refused = isCoHandler('waiting', 'working')(ticket, input, context);
  if (refused) return refused;
  return partOf(ticket, input)?.parentId ? '转下级办理的，由上级单位申请延期' : isAskedInTime(ticket, input, context);
};

/** Asked while there is time left; afterwards only a new date could be invented. */
const isAskedInTime: Guard<TransitionInput['requestExtension']> = (ticket, input, context) => {
  if (input.dueAt <= context.at) return '已超过办理期限，不能再申请延期';
  if (input.until <= input.dueAt) return '延期后的期限须晚于现期限';
  const { upstreamDueAt } = ticket;
  return upstreamDueAt && input.until > upstreamDueAt ? '延期不能超过上级要求的期限' : null;
};

export const mayAskHold: Guard<TransitionInput['requestHold']> = (ticket, input, context) =>
  isLead(ticket, input, context) ?? (input.reviewAt > context.at ? null : '复核日期须晚于现在');

export const mayDraft: Guard<TransitionInput['draftReply']> = (ticket, input, context) =>
  isLead(ticket, input, context) ?? isNotSigning(ticket, input, context) ?? isExplained(ticket, input, context);

/** While the part is at it: what is asked of the hotline for it is the lead's, or a co-handler's wish for more time. */
export const mayAskSignature: Guard<TransitionInput['askSignature']> = (ticket, input, context) => {
  const theirs = isTheirs(ticket, input, context);
  if (theirs) return theirs;
  const part = partOf(ticket, input);
  if (!part || !isSigned(part, input.signOffKind)) return '协办单位只有申请延期须送签';
  return atWork.includes(part.state) ? null : new Overtaken('承办当前状态不能送签', part.id);
};

/** Where a head signs off, nobody goes round the head. */
const isNotSigning: Guard<OnPart> = (ticket, input) =>
  partOf(ticket, input)?.state === 'signing' ? new Overtaken('反馈已送签，待单位领导签发', input.assignmentId) : null;

const isExplained: Guard<TransitionInput['coReply']> = (_ticket, input) =>
  isUnexplained(input) ? '未解决须说明原因' : null;

export const maySignOff: Guard<TransitionInput['signOff']> = (ticket, input, context) => {
  const theirs = isTheirs(ticket, input, context);
  if (theirs) return theirs;
  if (isOfReply(input) && partOf(ticket, input)?.state !== 'signing')
    return new Overtaken('没有待签发的反馈', input.assignmentId);
  return input.approve || input.reason?.trim() ? null : '不予签发须说明理由';
};

/** Whoever answers merges what others were asked, or says why it does not wait for them. */
export const mayReply: Guard<TransitionInput['reply']> = (ticket, input, context) => {
  const refused = mayDraft(ticket, input, context) ?? unitsHaveAnswered(ticket, input, context);
  if (refused || input.overruledReason?.trim()) return refused;
  return coHandlersOf(ticket).length > 0 ? '协办单位尚未反馈，须等待或说明不采纳的理由' : null;
};

export const mayCoReply: Guard<TransitionInput['coReply']> = (ticket, input, context) =>
  isCoHandler('waiting', 'working')(ticket, input, context) ??
  isExplained(ticket, input, context) ??
  unitsHaveAnswered(ticket, input, context);

const unitsHaveAnswered: Guard<TransitionInput['coReply']> = (ticket, { assignmentId, overruledReason }) =>
  openBelow(ticket, assignmentId).length > 0 && !overruledReason?.trim()
    ? '下级单位尚未反馈，须等待或说明不等的理由'
    : null;

export const mayCoReturn: Guard<TransitionInput['coReturn']> = (ticket, input, context) => {
  const refused = isCoHandler('waiting', 'working')(ticket, input, context);
  return refused ?? leavesNotAlone(ticket, { departmentId: partOf(ticket, input)?.departmentId ?? '' }, context);
};

/** 撤回协办: while it is helping; what it has answered stays. */
export const mayRemoveCoHandler: Guard<TransitionInput['removeCoHandler']> = (ticket, input, context) => {
  if (coHandlerPart(ticket, input.departmentId)) return leavesNotAlone(ticket, input, context);
  const helped = ticket.assignments.findLast((each) => isJoint(each) && each.departmentId === input.departmentId);
  return helped ? new Overtaken('该单位已不在协办', helped.id) : '该单位没有协办';
};

/** No co-handler leaves the accused department alone with the complaint about it (domain.md §7). */
const leavesNotAlone: Guard<{ departmentId: string }> = (ticket, { departmentId }, { unitsOf }) => {
  const left = coHandlersOf(ticket).filter((id) => id !== departmentId);
  return isAccusedAlone(ticket, ticket.leadDepartmentId, left, unitsOf)
    ? '主办单位是被反映单位，不能只剩其一家，请先由派单员另派'
    : null;
};
