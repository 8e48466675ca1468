import { signAnchor, type Anchor } from './anchor';
import { insertAnchor, newestAnchors } from './anchor-rows';
import { anchoredChains } from './anchored-chains';
import { hashOfHead, headsAsOf } from './anchored-heads';
import type { Database } from './database';
import type { KeyRing } from './key-ring';
import { MerkleRoot } from './merkle-root';
import { shanghaiDate } from './shanghai-date';
import type { Sql } from './sql';
import { isUniqueViolation } from './store-errors';

/**
 * Anchors the heads of all chains as one snapshot shows them; null when the day at this instant, or a later one, has its
 * anchor already. Several may try at once.
 */
export async function makeAnchor(database: Database, keys: KeyRing, at: Date): Promise<Anchor | null> {
  const day = shanghaiDate(at);
  try {
    return await database.transaction(async (sql) => {
      await sql.query(`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`);
      const [previous] = await newestAnchors(sql, 1);
      if (previous && previous.day >= day) return null;
      const changed = await keepChanged(sql, day);
      const { leaves, root } = await treeOf(sql, day);
      const unsigned = { day, at: at.toISOString(), leaves, changed, root, previousRoot: previous?.root ?? null };
      const anchor = signAnchor(keys, unsigned);
      await insertAnchor(sql, anchor);
      return anchor;
    });
  } catch (error) {
    // Another process was faster.
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

/** Here every ticket is read, and joining two sorted tables once is cheaper than looking up each. */
const readingAll = `SET LOCAL enable_seqscan = on; SET LOCAL enable_mergejoin = on; SET LOCAL plan_cache_mode = auto`;
const asElsewhere = `SET LOCAL enable_seqscan TO DEFAULT; SET LOCAL enable_mergejoin TO DEFAULT; SET LOCAL plan_cache_mode TO DEFAULT`;

/** Keeps the heads that differ from those last kept; answers how many. */
async function keepChanged(sql: Sql, day: string): Promise<number> {
  let changed = 0;
  await sql.query(readingAll);
  for (const { heads } of anchoredChains) {
    changed += await sql.count(
      `INSERT INTO ticket.anchored_head (ticket_id, seq, hash, anchor)
       SELECT now.chain, now.seq, now.hash, $1 FROM (${heads}) now LEFT JOIN (
         SELECT DISTINCT ON (ticket_id) ticket_id, seq, hash FROM ticket.anchored_head ORDER BY ticket_id, anchor DESC
       ) last ON last.ticket_id = now.chain
       WHERE (last.seq, last.hash) IS DISTINCT FROM (now.seq, now.hash) ORDER BY now.chain`,
      [day],
    );
  }
  await sql.query(asElsewhere);
  return changed;
}

/** The tree is over what was kept, so that a ticket that is gone from the database stays in it. */
async function treeOf(sql: Sql, day: string): Promise<{ leaves: number; root: string }> {
  const tree = new MerkleRoot();
  for await (const page of headsAsOf(sql, day)) for (const head of page) tree.add(hashOfHead(head));
  return { leaves: tree.count, root: tree.root.toString('hex') };
}
