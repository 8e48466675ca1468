import { moveAccounts } from '#store/account-rows';
import type { AdminChange } from '#store/admin-chain';
import type { Sql } from '#store/sql';
import { sourcesOf, type ReorganisationPlan } from './reorganisation-plan';

/** The accounts of those that end are the first heir's from then on; a department's people go to the others one by one. */
export async function succeedPeople(sql: Sql, plan: ReorganisationPlan): Promise<AdminChange[]> {
  const [{ heir }] = plan.heirs;
  return (await moveAccounts(sql, sourcesOf(plan), heir)).map(({ id, username, name, was }) => ({
    subject: 'account',
    subjectId: id,
    action: 'edit',
    before: { username, name, departmentId: was },
    after: { username, name, departmentId: heir },
  }));
}
