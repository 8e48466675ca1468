import { hash } from '@node-rs/argon2';
import { roleNames, roles as roleTable, type Role } from '#ticket/role';
import type { AdminChange } from '#store/admin-chain';
import { addAccounts, type NewAccount } from '#store/account-rows';
import { lockEvents, recordChanges } from '#store/administration';
import type { Database } from '#store/database';
import { uuidV7 } from '#store/uuid-v7';
import type { Department } from '#platform/directory';

export const testPassword = 'a password for tests';

/** One account for each role of the hotline, and for each department one of every role that belongs to departments. */
export async function addTestAccounts(
  database: Database,
  departments: readonly Department[],
  now: Date,
): Promise<void> {
  // Hashed once, and cheaply: how long a hash takes is no matter of the tests.
  const passwordHash = await hash(testPassword, { memoryCost: 64, timeCost: 1 });
  const account = (role: Role, department: Department | null): NewAccount => ({
    id: uuidV7(now),
    username: usernameOf(role, department?.code),
    name: `${department?.name ?? ''}${roleTable[role].label}`,
    passwordHash,
    roles: [role],
    departmentId: department?.id ?? null,
    demo: false,
  });
  const accounts = roleNames.flatMap((role) =>
    roleTable[role].scope === 'all' ? [account(role, null)] : departments.map((each) => account(role, each)),
  );
  await database.transaction(async (sql) => {
    await lockEvents(sql);
    await addAccounts(sql, accounts);
    await recordChanges(sql, 'system', now, accounts.map(madeKnown));
  });
}

/** An administrator's event tells of each, as of every other account. */
function madeKnown({ id, username, name, roles, departmentId }: NewAccount): AdminChange {
  const after = { username, name, roles, departmentId, disabledAt: null };
  return { subject: 'account', subjectId: id, action: 'create', before: null, after };
}

export const usernameOf = (role: Role, departmentCode?: string): string =>
  departmentCode === undefined ? role : `${role}-${departmentCode}`;
