import { createHash } from 'node:crypto';
import { canonicalJson } from '#store/canonical-json';
import { readHistory } from '#store/read-history';
import type { Sql } from '#store/sql';

/**
 * What somebody can do who may write the database and knows how chains are made, but has no key: everything after a
 * change is hashed anew, and the ticket is given the new head.
 */
export async function rewriteChain(sql: Sql, ticketId: string): Promise<void> {
  let last: Buffer = Buffer.alloc(32);
  for (const line of await readHistory(sql, ticketId)) {
    const { seq, at, actor, name, from, to, data, textDigest } = line;
    const digest = textDigest?.toString('hex') ?? null;
    const told = canonicalJson([ticketId, seq, at.toISOString(), actor, name, from, to, data, digest]);
    last = createHash('sha256').update(last).update(told).digest();
    await sql.query(`UPDATE ticket.history SET hash = $3 WHERE ticket_id = $1 AND seq = $2`, [ticketId, seq, last]);
  }
  await sql.query(`UPDATE ticket.ticket SET head = $2 WHERE id = $1`, [ticketId, last]);
}
