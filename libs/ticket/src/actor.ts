import type { ActorRole } from './role';

/**
 * Who does something. `id` is a user's id, a service's name, or `citizen`; `departmentIds` are the own department
 * and those below it, for people whose roles belong to a department.
 */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly ActorRole[];
  readonly departmentIds: readonly string[];
}

/** One of our services, deciding by itself. */
export const service = (name: string): Actor => ({ id: name, name, roles: ['system'], departmentIds: [] });

export const isOneOf = (actor: Actor, allowed: readonly ActorRole[]): boolean =>
  actor.roles.some((role) => allowed.includes(role));
