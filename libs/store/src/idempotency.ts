import { asBytea } from './citizen';
import type { Sql } from './sql';
import { uuidV7 } from './uuid-v7';
import type { IdempotencyKey } from './writer';

/** How long a key is remembered at least. */
export const keyLifetimeHours = 48;

export interface KnownKey {
  reference: string;
  digest: Buffer;
}

/** What this key has already done, if anything. */
export const findKey = (sql: Sql, value: string): Promise<KnownKey | undefined> =>
  sql.one<{ reference: string; digest: Buffer }>(
    `SELECT reference, digest FROM ticket.ticket_key WHERE kind = 'idempotency' AND value = $1`,
    [value],
  );

/** Remembers that this write was done; it commits with the write or not at all. */
export async function commitKey(sql: Sql, key: IdempotencyKey, reference: string, at: Date): Promise<void> {
  await sql.query(
    `INSERT INTO ticket.ticket_key (kind, value, reference, digest, created_at) VALUES ('idempotency', $1, $2, $3, $4)`,
    [key.value, reference, asBytea(key.digest), at],
  );
}

/** Uses up what may be used once only, known by a name that nobody guesses. Answers whether nobody had before. */
export async function useOnce(sql: Sql, value: string, at: Date): Promise<boolean> {
  const used = await sql.count(
    `INSERT INTO ticket.ticket_key (kind, value, reference, created_at) VALUES ('idempotency', $1, $2, $3)
     ON CONFLICT DO NOTHING`,
    [value, uuidV7(at), at],
  );
  return used === 1;
}

const pruneBatch = 5_000;

/** Forgets keys past their lifetime, some thousands at a time; answers how many. */
export async function pruneKeys(sql: Sql, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keyLifetimeHours * 3_600_000);
  let [pruned, last] = [0, pruneBatch];
  for (; last === pruneBatch; pruned += last) {
    last = await sql.count(
      `DELETE FROM ticket.ticket_key WHERE (kind, value) IN (
         SELECT kind, value FROM ticket.ticket_key
         WHERE kind = 'idempotency' AND created_at < $1 ORDER BY created_at LIMIT ${pruneBatch})`,
      [before],
    );
  }
  return pruned;
}
