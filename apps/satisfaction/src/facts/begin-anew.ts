import { oweEveryCount } from '#store/count-owed';
import type { Sql } from '#store/sql';
import { countingRules } from './counting-rules';

/**
 * Forgets what was counted and owes every ticket, within the lock of counting. How far each was counted stays: what was
 * known of it in time is no late line now.
 */
export async function beginAnew(sql: Sql): Promise<void> {
  await sql.query(`TRUNCATE satisfaction.fact, satisfaction.standing, satisfaction.tally RESTART IDENTITY`);
  await sql.query(`UPDATE satisfaction.counted SET standing = 0`);
  await sql.query(`UPDATE satisfaction.counting SET folded_to = 0, latest_at = NULL, counted_by = $1`, [countingRules]);
  await oweEveryCount(sql);
}
