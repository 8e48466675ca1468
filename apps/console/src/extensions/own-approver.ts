import { extensionApprovers, type ExtensionApprover } from '#ticket/request-state';
import type { Role } from '#ticket/role';

/** As whom these roles decide on more time; nothing where they do as every approver there is. */
export function ownApprover(roles: readonly Role[]): ExtensionApprover | undefined {
  const all = Object.keys(extensionApprovers) as ExtensionApprover[];
  const own = all.filter((approver) => roles.includes(approver));
  return own.length === all.length ? undefined : own[0];
}
