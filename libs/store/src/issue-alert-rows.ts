import type { IssueAlertKind } from '#ticket/issue-rule';
import { rulesInForce } from './issue-rule-rows';
import { shanghaiDate } from './shanghai-date';
import type { Sql } from './sql';

/**
 * How many tickets of an issue `i` came in the period of trend up to `today`, and in the one before: `period."recent"`
 * and `period."earlier"`. Both are SQL expressions; `trendDays` counts today.
 */
export const periodOf = (today: string, trendDays: string): string => `
  SELECT coalesce(sum(d.tickets) FILTER (WHERE d.day > ${today}::date - ${trendDays}::int), 0)::int AS recent,
    coalesce(sum(d.tickets) FILTER (WHERE d.day <= ${today}::date - ${trendDays}::int), 0)::int AS earlier
  FROM ticket.issue_day d
  WHERE d.issue_id = i.id AND d.day > ${today}::date - 2 * ${trendDays}::int AND d.day <= ${today}::date`;

/** What each kind of alert compares with its threshold, and what must hold besides. */
const compared = `(VALUES
  ('tickets', 'alertTickets', period.recent::float8, NULL, NULL, true),
  ('citizens', 'alertCitizens', i.citizens::float8, NULL, NULL, true),
  ('growth', 'growingTimes', period.recent::float8 / greatest(period.earlier, 1), period.recent, period.earlier,
    period.recent >= (SELECT value FROM rules WHERE name = 'growingTickets'))
) AS c(kind, rule, value, numerator, denominator, holds)`;

/**
 * Records which of these open issues (null: all that had a ticket in the period) have crossed a threshold, once for each
 * version of it. Answers those that did now.
 */
export async function raiseIssueAlerts(
  sql: Sql,
  issueIds: readonly string[] | null,
  at: Date,
): Promise<{ issueId: string; kind: IssueAlertKind }[]> {
  return sql.query<{ issueId: string; kind: IssueAlertKind }>(
    `WITH rules AS MATERIALIZED (SELECT * FROM ${rulesInForce} r), trend AS (SELECT value::int AS days FROM rules WHERE name = 'trendDays')
     INSERT INTO ticket.issue_alert (issue_id, kind, rule_version, value, numerator, denominator, threshold, at)
     SELECT i.id, c.kind, r.version, c.value, c.numerator, c.denominator, r.value, $3
     FROM trend, ticket.issue i CROSS JOIN LATERAL (${periodOf('$2', 'trend.days')}) period
     CROSS JOIN LATERAL ${compared} JOIN rules r ON r.name = c.rule
     WHERE i.state = 'open' AND c.holds AND c.value >= r.value
       AND i.active_at > $3::timestamptz - make_interval(days => trend.days) AND ($1::uuid[] IS NULL OR i.id = ANY($1))
     ON CONFLICT DO NOTHING
     RETURNING issue_id AS "issueId", kind`,
    [issueIds, shanghaiDate(at), at],
  );
}
