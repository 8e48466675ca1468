import type { AdminChange } from '#store/admin-chain';
import { deputised, lapseAbsence } from '#store/absence-rows';
import type { Sql } from '#store/sql';
import { foundUser, userChange, type UserRow } from './user-rows';

/** Whoever may not sign in any more, or is of another department, has left those they stood in for. */
export const hasLeft = (before: UserRow, after: UserRow): boolean =>
  (after.disabledAt !== null && before.disabledAt === null) || after.departmentId !== before.departmentId;

/** Ends what whoever has left stands in for, and what others of the former department stand in for them. */
export async function lapseDeputies(sql: Sql, left: UserRow, at: Date): Promise<AdminChange[]> {
  const changes: AdminChange[] = [];
  for (const id of await deputised(sql, left.id, at)) {
    const before = await foundUser(sql, id, at);
    await lapseAbsence(sql, id, at);
    changes.push(userChange('end-absence', before, await foundUser(sql, id, at)));
  }
  return changes;
}
