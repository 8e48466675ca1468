import type { RouteAnswer } from '#http-api/routes';
import type { Caller } from '#platform/caller';

/** What a session tells of its holder. */
export const userOf = (caller: Caller): RouteAnswer<'GET /api/session'>['user'] => ({
  id: caller.id,
  username: caller.username,
  name: caller.name,
  roles: [...caller.roles],
  departmentId: caller.departmentId,
  mustChangePassword: caller.mustChangePassword,
  extension: caller.extension,
  deputyFor: [...caller.deputyFor],
});
