import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { usernameForm } from '#http-api/username';
import { roles, type Role } from '#ticket/role';
import { accountCount, addAccounts, demoPasswordHash, demoUsernames, type NewAccount } from '#store/account-rows';
import type { Database } from '#store/database';
import { uuidV7 } from '#store/uuid-v7';
import { type Directory } from '#platform/directory';
import { isLoopback } from '#platform/loopback';
import type { Settings } from '#platform/settings';
import { StartRefused } from './backend/start-refused';

const hotlineRoles = [
  'agent',
  'shift-lead',
  'dispatcher',
  'reviewer',
  'callback',
  'supervisor',
  'manager',
  'admin',
] as const;

export interface DemoAccounts {
  usernames: string[];
  /** Null when they exist already and nobody asked for a new one: it was printed once. */
  password: string | null;
  /** Nobody can sign in: a production system begins without accounts. */
  isEmpty: boolean;
}

/**
 * Demo accounts for an empty system: one for each role of the hotline and one handler for each department, with one
 * random password or `DEMO_PASSWORD`. Never in production, never within reach of a network.
 * @throws StartRefused when demo accounts would be reachable.
 */
export async function demoAccounts(
  settings: Settings,
  database: Database,
  directory: Directory,
  now: Date,
): Promise<DemoAccounts> {
  const existing = await demoUsernames(database.sql);
  if (settings.production || !isLoopback(settings.host)) refuseReachable(settings, existing);
  const isEmpty = (await accountCount(database.sql)) === 0;
  const wanted = !settings.production && (settings.demoPassword !== undefined || isEmpty);
  if (!wanted) return { usernames: existing, password: null, isEmpty };
  const password = settings.demoPassword ?? randomBytes(9).toString('base64url');
  const passwordHash = await hashOf(password, await demoPasswordHash(database.sql));
  const accounts = accountsFor(directory, passwordHash, now);
  await addAccounts(database.sql, accounts);
  return { usernames: accounts.map(({ username }) => username), password, isEmpty: false };
}

function refuseReachable(settings: Settings, existing: readonly string[]): void {
  const would = existing.length > 0 || !settings.production;
  if (!would) return;
  const what = existing.length > 0 ? 'this database has demo accounts' : 'demo accounts would be made';
  throw new StartRefused(
    settings.production
      ? `NODE_ENV=production, but ${what}: use another DATA_DIR or DATABASE_URL.`
      : `HOST=${settings.host} is open to the network, but ${what}: set NODE_ENV=production with an empty database, or keep HOST=127.0.0.1.`,
  );
}

/**
 * One for all accounts: sixty separate ones would cost a start two seconds. The one they have stays as long as it is of this
 * password: with another, somebody who signs in while the house starts again would be told that theirs is wrong.
 */
const hashOf = async (password: string, known: string | null): Promise<string> =>
  known !== null && (await verify(known, password)) ? known : hash(password);

function accountsFor(directory: Directory, passwordHash: string, now: Date): NewAccount[] {
  const account = (username: string, name: string, role: Role, departmentId: string | null): NewAccount => ({
    id: uuidV7(now),
    username: usernameForm(username),
    name,
    passwordHash,
    roles: [role],
    departmentId,
    demo: true,
  });
  return [
    ...hotlineRoles.map((role) => account(role, roles[role].label, role, null)),
    ...[...directory.departments.values()].map(({ id, code, name }) =>
      account(`handler-${code}`, `${name}${roles.handler.label}`, 'handler', id),
    ),
  ];
}
