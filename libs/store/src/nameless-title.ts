import { isProtectedFromTheStart } from '#ticket/identity-guards';
import { redactCitizen } from '#ticket/redact-identity';
import type { Ticket } from '#ticket/ticket';
import type { Contact } from './citizen';

/** Lists show a title to every department that has a part, also to those a matter is about. */
export const isNameless = (of: Pick<Ticket, 'type' | 'confidential' | 'subjectDepartmentId'>): boolean =>
  isProtectedFromTheStart(of) || of.subjectDepartmentId !== null;

/** As it was given, without the citizen where it must name nobody. */
export const titled = <Given extends Parameters<typeof isNameless>[0] & { title: string }>(
  given: Given,
  contact: Contact,
) => (isNameless(given) ? { ...given, title: redactCitizen(given.title, contact) } : given);
