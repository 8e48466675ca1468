import { coHandlersOf, needsArbitration, returnedBy } from './assignments';
import type { Guard } from './guard';
import { isAccused } from './identity-guards';
import type { MoveContext } from './move-context';
import type { Ticket } from './ticket';
import type { Handlers } from './transition-input';

/** The accused department never handles a complaint about itself alone (domain.md §7). */
export function isAccusedAlone(
  ticket: Ticket,
  leadId: string | null,
  coHandlerIds: readonly string[],
  unitsOf: MoveContext['unitsOf'],
): boolean {
  const accused = ticket.type === 'complaint' || ticket.type === 'report' ? ticket.subjectDepartmentId : null;
  if (leadId === null) return false;
  return isAccused({ subjectDepartmentId: accused }, [leadId, ...coHandlerIds], unitsOf);
}

const notJudgeOfItself: Guard<Handlers> = (ticket, { leadId, coHandlerIds }, { unitsOf }) =>
  isAccusedAlone(ticket, leadId, coHandlerIds ?? coHandlersOf(ticket), unitsOf)
    ? '被反映单位不能单独承办对本单位的投诉举报'
    : null;

const oneLead: Guard<Handlers> = (_ticket, { leadId, coHandlerIds = [] }) => {
  if (coHandlerIds.includes(leadId)) return '主办单位不能同时是协办单位';
  return new Set(coHandlerIds).size === coHandlerIds.length ? null : '协办单位重复';
};

const notReturnedBefore: Guard<Handlers> = (ticket, { leadId }) =>
  returnedBy(ticket).includes(leadId) ? '该单位的退单已获同意，不得再次派给该单位' : null;

export const mayNameLead: Guard<Handlers> = (ticket, input, context) =>
  mayArbitrate(ticket, input, context) ?? notReturnedBefore(ticket, input, context);

/** Arbitration alone may name a department again whose return was upheld. */
export const mayArbitrate: Guard<Handlers> = (ticket, input, context) =>
  oneLead(ticket, input, context) ?? notJudgeOfItself(ticket, input, context);

/** A redispatch gives a fresh time to finish: nobody gets that for what lies on their desk already. */
const isAnother: Guard<Handlers> = (ticket, { leadId }) =>
  leadId === ticket.leadDepartmentId ? '已由该单位主办，无须改派' : null;

export const mayRedispatch: Guard<Handlers> = (ticket, input, context) => {
  const isNew = !ticket.assignments.some((each) => each.role === 'lead' && each.departmentId === input.leadId);
  return (
    isAnother(ticket, input, context) ??
    mayNameLead(ticket, input, context) ??
    (isNew && needsArbitration(ticket) ? '已流转两个单位，须由承办单位申请退单后提级裁定' : null)
  );
};

/** Unless another lead is named, the last one handles it again; the same rules hold for either. */
export const mayHandleAgain: Guard<{ leadId?: string }> = (ticket, input, context) => {
  const leadId = input.leadId ?? ticket.leadDepartmentId;
  return leadId ? mayNameLead(ticket, { leadId }, context) : '没有承办单位，须指定主办单位';
};
