import { hash } from '@node-rs/argon2';
import { roleNames, roles, type Role } from '#ticket/role';
import { addAccounts, type NewAccount } from '#store/account-rows';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import type { Department } from '#platform/directory';

export const testPassword = 'a password for tests';

/** One account for each role of the hotline, and for each department one of every role that belongs to departments. */
export async function addTestAccounts(sql: Sql, departments: readonly Department[], now: Date): Promise<void> {
  // Hashed once, and cheaply: how long a hash takes is no matter of the tests.
  const passwordHash = await hash(testPassword, { memoryCost: 64, timeCost: 1 });
  const account = (role: Role, department: Department | null): NewAccount => ({
    id: uuidV7(now),
    username: usernameOf(role, department?.code),
    name: `${department?.name ?? ''}${roles[role].label}`,
    passwordHash,
    roles: [role],
    departmentId: department?.id ?? null,
    demo: false,
  });
  const accounts = roleNames.flatMap((role) =>
    roles[role].scope === 'all' ? [account(role, null)] : departments.map((each) => account(role, each)),
  );
  await addAccounts(sql, accounts);
}

export const usernameOf = (role: Role, departmentCode?: string): string =>
  departmentCode === undefined ? role : `${role}-${departmentCode}`;
