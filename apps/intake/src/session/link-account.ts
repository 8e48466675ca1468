import { changeAccount } from '#store/account-rows';
import type { Sql } from '#store/sql';
import { conflictAt } from '#platform/problems';
import { endSessions } from '#platform/session-rows';
import type { UserRow } from '../users/user-rows';

/**
 * Makes this identity at the provider, or none, the account's. A first password that was never used goes: whoever comes
 * from the provider does not know it, and would have to change it before anything else. Sessions end with what they
 * began by: an identity that is another's from now on, or that first password.
 * @throws Refusal when it is another account's
 */
export async function linkAccount(sql: Sql, account: UserRow, externalSubject: string | null): Promise<void> {
  if (externalSubject === account.externalSubject) return;
  const holder = await sql.one<{ name: string }>(`SELECT name FROM ticket.account WHERE external_subject = $1`, [
    externalSubject,
  ]);
  if (holder) throw taken(holder.name);
  const isCutOff = account.externalSubject !== null;
  const isUnused = externalSubject !== null && account.mustChangePassword;
  await changeAccount(sql, account.id, {
    externalSubject,
    ...(isUnused && { passwordHash: null, mustChangePassword: false }),
  });
  if (isCutOff || isUnused) await endSessions(sql, account.id);
}

const taken = (name: string) => conflictAt('externalSubject', `此统一身份已关联到“${name}”`);
