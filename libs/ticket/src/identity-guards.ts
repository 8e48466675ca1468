import { isOneOf, type Actor } from './actor';
import { isOpenAssignment } from './assignment-state';
import type { Guard } from './guard';
import type { MoveContext } from './move-context';
import { isOpen } from './state';
import type { Ticket } from './ticket';
import type { TransitionInput } from './transition-input';

/** Whether these are all of the department that the matter is about, or of units below it: whoever is above answers for it. */
export function isAccused(
  { subjectDepartmentId }: Pick<Ticket, 'subjectDepartmentId'>,
  departmentIds: readonly string[],
  unitsOf: MoveContext['unitsOf'],
): boolean {
  if (subjectDepartmentId === null || departmentIds.length === 0) return false;
  const units = unitsOf(subjectDepartmentId);
  return departmentIds.every((id) => units.includes(id));
}

/** 举报: whoever reports is protected without asking for it, and cannot waive it but to one named officer. */
export const isProtectedFromTheStart = ({ type, confidential }: Pick<Ticket, 'type' | 'confidential'>): boolean =>
  confidential || type === 'report';

/** Whatever were said of it after the erasure would stay for good: nothing erases it a second time. */
export const isErased = ({ erasedAt }: Pick<Ticket, 'erasedAt'>): string | null =>
  erasedAt ? '个人信息已经删除' : null;

const isTheirs = (ticket: Ticket, { departmentIds }: Actor): boolean =>
  ticket.assignments.some((part) => part.endedAt === null && departmentIds.includes(part.departmentId));

/**
 * Who may see a citizen's contact (domain.md §7): the hotline for a reason that is recorded; a department only while it
 * is at the matter; of a protected citizen only the officer the citizen agreed to; those the matter is about, never.
 */
export function revealRefusal(ticket: Ticket, actor: Actor, unitsOf: MoveContext['unitsOf']): string | null {
  if (ticket.erasedAt) return isErased(ticket);
  if (!isOneOf(actor, ['handler', 'officer'])) return null;
  if (isAccused(ticket, actor.departmentIds, unitsOf)) return '被反映单位不得查看诉求人信息';
  if (!isOpen(ticket.state)) return '工单已办结，不再提供联系方式';
  if (!isTheirs(ticket, actor)) return '工单已不由本单位承办，不再提供联系方式';
  const isAgreed = ticket.identityConsents.includes(actor.id);
  return ticket.confidential && !isAgreed ? '保密工单由热线联系群众' : null;
}

export const mayReveal: Guard<unknown> = (ticket, _input, { actor, unitsOf }) => revealRefusal(ticket, actor, unitsOf);

/** The citizen agrees to one named officer of a department that is at the matter. */
export const mayConsent: Guard<TransitionInput['consentToIdentity']> = (ticket, { departmentId }, { unitsOf }) => {
  if (!ticket.confidential) return '诉求人没有要求保密，无须另行同意';
  if (isAccused(ticket, [departmentId], unitsOf)) return '不得向被反映单位告知诉求人身份';
  const isAtIt = ticket.assignments.some(
    (part) => isOpenAssignment(part.state) && unitsOf(part.departmentId).includes(departmentId),
  );
  return isAtIt ? null : '只能告知正在承办本工单的单位人员';
};

export const mayLiftConfidentiality: Guard<unknown> = ({ type, confidential }) => {
  if (!confidential) return '诉求人没有要求保密';
  return type === 'report' ? '举报人身份一律保密，只能经本人同意告知一名指定人员' : null;
};

/** A protection that could be edited away would be none. */
export const keepsProtection: Guard<{ confidential?: boolean }> = (ticket, { confidential }) =>
  ticket.confidential && confidential === false ? '诉求人要求保密，须凭本人同意办理“解除保密”' : null;

export const mayWithdrawConsent: Guard<TransitionInput['withdrawConsent']> = (ticket, { accountId }) =>
  ticket.identityConsents.includes(accountId) ? null : '没有同意过告知此人';
