import type { KeyRing } from './key-ring';
import type { Sql } from './sql';

/** What whoever starts a system with the wrong master key is told. */
export const wrongMasterKey =
  'The master key is not the one this database was written with, so no personal data in it could be read: ' +
  'set MASTER_KEY to that key, or put master.key back into the data directory, from your backup.';

/** Whether personal data in this database was sealed with this key. The first key that asks is the database's. */
export async function isMasterKeyOf(sql: Sql, keys: KeyRing): Promise<boolean> {
  const digest = keys.digest('key-check', 'hotline-12345');
  await sql.query(`INSERT INTO ticket.master_key_check (digest) VALUES ($1) ON CONFLICT DO NOTHING`, [digest]);
  const kept = await sql.one<{ digest: Buffer }>(`SELECT digest FROM ticket.master_key_check`, []);
  return kept?.digest.equals(digest) ?? false;
}
