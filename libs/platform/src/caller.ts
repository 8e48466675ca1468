import { roles, type Role } from '#ticket/role';
import type { Writer } from '#store/writer';

/** A signed-in person, as every service sees them. */
export interface Caller extends Writer {
  readonly roles: readonly Role[];
  readonly departmentId: string | null;
}

/** Whether this person sees every ticket, or only those of the own department and below. */
export const seesAll = (caller: Caller): boolean => caller.roles.some((role) => roles[role].scope === 'all');
