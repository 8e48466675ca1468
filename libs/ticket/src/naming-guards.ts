import { coHandlersOf, needsArbitration, returnedBy } from './assignments';
import type { Guard } from './guard';
import { isAccused } from './identity-guards';
import type { MoveContext } from './move-context';
import { Overtaken } from './overtaken';
import type { Ticket } from './ticket';
import type { Handlers } from './transition-input';

type Matter = Pick<Ticket, 'type' | 'subjectDepartmentId'>;

/** Whom a complaint or report is about; what asks for help or advice accuses nobody. */
const accusedIn = ({ type, subjectDepartmentId }: Matter): string | null =>
  type === 'complaint' || type === 'report' ? subjectDepartmentId : null;

/** The accused department never handles a complaint about itself alone (domain.md §7). */
export function isAccusedAlone(
  matter: Matter,
  leadId: string | null,
  coHandlerIds: readonly string[],
  unitsOf: MoveContext['unitsOf'],
): boolean {
  if (leadId === null) return false;
  return isAccused({ subjectDepartmentId: accusedIn(matter) }, [leadId, ...coHandlerIds], unitsOf);
}

/** Nor does it come to be alone with one by what is written into the ticket on its desk. */
export const stillHasAJudge: Guard<Partial<Matter>> = (ticket, input, { unitsOf }) =>
  isAccusedAlone({ ...ticket, ...input }, ticket.leadDepartmentId, coHandlersOf(ticket), unitsOf)
    ? '工单正由该单位单独承办，请先改派其他单位'
    : null;

/** Nor by a merge: who answers for the master answers for this one. The master must be about the same. */
export const mayFollow = (ticket: Matter, master: Matter): string | null =>
  accusedIn(ticket) === null || accusedIn(ticket) === accusedIn(master)
    ? null
    : '主单没有登记同一被反映单位，不能并入，以免由被反映单位自行办理';

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
  leadId === ticket.leadDepartmentId ? new Overtaken('已由该单位主办，无须改派', ticket.leadId) : null;

export const mayRedispatch: Guard<Handlers> = (ticket, input, context) => {
  const isNew = !ticket.assignments.some((each) => each.role === 'lead' && each.departmentId === input.leadId);
  return (
    isAnother(ticket, input, context) ??
    mayNameLead(ticket, input, context) ??
    (isNew && needsArbitration(ticket)
      ? new Overtaken('已流转两个单位，须由承办单位申请退单后提级裁定', ticket.leadId)
      : null)
  );
};

/** Unless another lead is named, the last one handles it again; the same rules hold for either. */
export const mayHandleAgain: Guard<{ leadId?: string }> = (ticket, input, context) => {
  const leadId = input.leadId ?? ticket.leadDepartmentId;
  return leadId ? mayNameLead(ticket, { leadId }, context) : '没有承办单位，须指定主办单位';
};
