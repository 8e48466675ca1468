import { oweEveryCount } from '#store/count-owed';
import type { Sql } from '#store/sql';
import { readFoldedTo } from './counting-row';
import { countingRules } from './counting-rules';
import { lastFact } from './fold';

/**
 * Forgets what was counted and owes every ticket, within the lock of counting. How far each was counted stays: what was
 * known of it in time is no late line now.
 */
export async function beginAnew(sql: Sql): Promise<void> {
  // Numbers of facts are not given again: who has sums of the former ones sees that they are gone.
  const last = await lastFact(sql, await readFoldedTo(sql));
  await sql.query(`TRUNCATE satisfaction.fact, satisfaction.standing, satisfaction.tally`);
  await sql.query(`UPDATE satisfaction.counted SET standing = 0`);
  await sql.query(`UPDATE satisfaction.counting SET folded_to = $1, latest_at = NULL, counted_by = $2`, [
    last,
    countingRules,
  ]);
  await oweEveryCount(sql);
}
