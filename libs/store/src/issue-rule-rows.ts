import type { IssueRuleName, IssueRuleValues } from '#ticket/issue-rule';
import type { Sql } from './sql';

export interface IssueRuleRow {
  [column: string]: unknown;
  readonly name: IssueRuleName;
  readonly version: number;
  readonly value: number;
  readonly at: Date;
}

/** The newest version of each: an SQL table of (name, version, value, at). */
export const rulesInForce = `(SELECT DISTINCT ON (name) name, version, value, at FROM ticket.issue_rule ORDER BY name, version DESC)`;

export const readIssueRules = (sql: Sql): Promise<IssueRuleRow[]> =>
  sql.query<IssueRuleRow>(`SELECT r.name, r.version, r.value, r.at FROM ${rulesInForce} r ORDER BY r.name`, []);

export async function readRuleValues(sql: Sql): Promise<IssueRuleValues> {
  const rows = await readIssueRules(sql);
  return Object.fromEntries(rows.map(({ name, value }) => [name, value])) as IssueRuleValues;
}

export async function addRuleVersion(
  sql: Sql,
  { name, value, by, at }: { name: IssueRuleName; value: number; by: string; at: Date },
): Promise<void> {
  await sql.query(
    `INSERT INTO ticket.issue_rule (name, version, value, by_account, at)
     SELECT $1, max(version) + 1, $2, $3, $4 FROM ticket.issue_rule WHERE name = $1`,
    [name, value, by, at],
  );
}
