import type { Sql } from '#store/sql';
import type { ScoreRule, ScoreRules } from './score';

const select = `SELECT version, least_tickets AS "leastTickets", rules, set_by AS "setBy", set_at AS "setAt" FROM satisfaction.score_rules`;

export interface KeptScoreRules extends ScoreRules {
  readonly [column: string]: unknown;
  readonly setBy: string;
  readonly setAt: Date;
}

/** The rules that were in force at an instant: what was set later compares nobody before. */
export async function readScoreRules(sql: Sql, asOf: Date): Promise<ScoreRules> {
  const row = await sql.one<KeptScoreRules>(`${select} WHERE set_at <= $1 ORDER BY version DESC LIMIT 1`, [asOf]);
  if (!row) throw new Error('satisfaction.score_rules has lost its first version');
  return row;
}

/** Every version, the newest first. */
export const scoreRulesVersions = (sql: Sql): Promise<KeptScoreRules[]> =>
  sql.query<KeptScoreRules>(`${select} ORDER BY version DESC`);

/** The next version; answers its number. Within the lock of administration. */
export async function addScoreRules(
  sql: Sql,
  { leastTickets, rules }: { readonly leastTickets: number; readonly rules: readonly ScoreRule[] },
  by: string,
  at: Date,
): Promise<number> {
  const row = await sql.one<{ version: number }>(
    `INSERT INTO satisfaction.score_rules (version, least_tickets, rules, set_by, set_at)
     SELECT max(version) + 1, $1, $2, $3, $4 FROM satisfaction.score_rules RETURNING version`,
    [leastTickets, JSON.stringify(rules), by, at],
  );
  return row?.version ?? 0;
}
