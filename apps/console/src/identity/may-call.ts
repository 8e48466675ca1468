import { isOpenToStrangers } from '#http-api/route';
import { routeRow, type Route } from '#http-api/routes';
import type { Role } from '#ticket/role';

/** Whether these roles may call an operation, as its own row says. */
export function mayCall(route: Route, roles: readonly Role[]): boolean {
  const { permit } = routeRow(route);
  return isOpenToStrangers(permit) || permit === 'signed-in' || roles.some((role) => permit.includes(role));
}
