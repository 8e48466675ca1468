import { roles, type Role } from '#ticket/role';
import type { Writer } from '#store/writer';

/** A signed-in person, as every service sees them. */
export interface Caller extends Writer {
  readonly username: string;
  /** The own roles, and those of the people this one stands in for. */
  readonly roles: readonly Role[];
  readonly departmentId: string | null;
  readonly mustChangePassword: boolean;
  /** Where they sit: the calls there are theirs. */
  readonly extension: string | null;
  readonly deputyFor: readonly Represented[];
}

/** Somebody who is away. */
export interface Represented {
  readonly id: string;
  readonly name: string;
  /** ISO 8601. */
  readonly until: string;
}

/** Whether this person sees every ticket, or only those of the own department and below. */
export const seesAll = (caller: Caller): boolean => caller.roles.some((role) => roles[role].scope === 'all');
