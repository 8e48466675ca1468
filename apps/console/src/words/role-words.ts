import { roles, type Role } from '#ticket/role';

/** 话务员、审核员 */
export const roleWords = (held: readonly Role[]): string => held.map((role) => roles[role].label).join('、');
