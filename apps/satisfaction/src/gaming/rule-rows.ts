import type { GamingRule, GamingSign } from '#ticket/gaming-sign';
import type { Sql } from '#store/sql';

export interface RuleRow extends GamingRule {
  [column: string]: unknown;
  readonly sign: GamingSign;
  readonly version: number;
  readonly at: Date;
}

/** The newest version of each. */
export const readRules = (sql: Sql): Promise<RuleRow[]> =>
  sql.query<RuleRow>(
    `SELECT DISTINCT ON (sign) sign, version, least_tickets AS "leastTickets", window_days AS "windowDays",
       limit_value AS "limitValue", at FROM satisfaction.gaming_rule ORDER BY sign, version DESC`,
    [],
  );

export async function addRuleVersion(
  sql: Sql,
  { sign, version, rule, by, at }: { sign: GamingSign; version: number; rule: GamingRule; by: string; at: Date },
): Promise<void> {
  await sql.query(
    `INSERT INTO satisfaction.gaming_rule (sign, version, least_tickets, window_days, limit_value, by_account, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [sign, version, rule.leastTickets, rule.windowDays, rule.limitValue, by, at],
  );
}
