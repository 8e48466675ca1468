import type { IssueKind, IssueState, Light } from '#ticket/issue';
import type { IssueAlertKind, IssueRuleValues } from '#ticket/issue-rule';
import { periodOf } from '#store/issue-alert-rows';
import { shanghaiDate } from '#store/shanghai-date';
import type { Caller } from '#platform/caller';
import { issuesInScope, membersInScope, scopeOf } from '#platform/scope';

/** An issue as the list and the page read it. What is counted is counted of tickets the caller may see. */
export interface SelectedIssue {
  [column: string]: unknown;
  id: string;
  version: number;
  state: IssueState;
  kind: IssueKind;
  name: string | null;
  firstTitle: string | null;
  leadDepartmentId: string | null;
  joinedIntoId: string | null;
  createdAt: Date;
  closedAt: Date | null;
  tickets: number;
  citizens: number;
  firstAt: Date | null;
  activeAt: Date;
  recent: number;
  earlier: number;
  light: Light | null;
  alerts: IssueAlertKind[];
}

/** What a statement about issues is asked with. */
export interface AskedIssues {
  readonly caller: Caller;
  readonly rules: IssueRuleValues;
  readonly at: Date;
  /** The parameters of the statement, to which these parts add theirs. */
  readonly values: unknown[];
}

/** The hotline's figures are kept as tickets are sorted. */
const keptFigures = (today: string, trendDays: string): string => `
  SELECT i.tickets, i.citizens, i.first_at, i.active_at, period.recent, period.earlier
  FROM (${periodOf(today, trendDays)}) period`;

/** A department's are counted of its own tickets when it asks. */
const ownFigures = (asked: AskedIssues, today: string, trendDays: string): string => `
  SELECT count(*)::int AS tickets, count(DISTINCT m.citizen_key)::int AS citizens, min(m.registered_at) AS first_at,
    coalesce(max(m.registered_at), i.created_at) AS active_at,
    (count(*) FILTER (WHERE m.day > ${today}::date - ${trendDays}::int AND m.day <= ${today}::date))::int AS recent,
    (count(*) FILTER (WHERE m.day <= ${today}::date - ${trendDays}::int AND m.day > ${today}::date - 2 * ${trendDays}::int))::int AS earlier
  FROM ticket.issue_member m WHERE m.issue_id = i.id AND m.counted AND ${membersInScope(asked.caller, asked.values)}`;

/** Percent of a milestone `k` that should be done on a day: as much as of its time has passed. */
const planned = (today: string): string => `
  (CASE WHEN ${today}::date >= k.due_on THEN 100 WHEN ${today}::date < k.starts_on THEN 0
    ELSE round(100.0 * (${today}::date - k.starts_on) / greatest(k.due_on - k.starts_on, 1)) END)::int`;

/** How a milestone `k` stands: 0 green, 1 yellow, 2 red. What is done is green. */
const standing = ({ rules, values }: AskedIssues, today: string): string => {
  const [yellow, red, overdue] = [rules.yellowBehind, rules.redBehind, rules.redOverdueDays].map(
    (value) => `$${values.push(value)}::float8`,
  );
  const behind = `${planned(today)} - k.percent`;
  return `(CASE WHEN k.done_on IS NOT NULL THEN 0
    WHEN ${behind} >= ${red} OR ${today}::date - k.due_on >= ${overdue} THEN 2
    WHEN ${behind} >= ${yellow} OR ${today}::date > k.due_on THEN 1 ELSE 0 END)`;
};

const lightOf = (grade: string): string => `(ARRAY['green', 'yellow', 'red'])[${grade} + 1]`;

/** An issue's columns, and where they come from: everything behind SELECT, up to the conditions. */
export function issueSelect(asked: AskedIssues): { columns: string; from: string } {
  const { caller, rules, at, values } = asked;
  const [today, trendDays] = [`$${values.push(shanghaiDate(at))}`, `$${values.push(rules.trendDays)}`];
  const figures = scopeOf(caller) === null ? keptFigures(today, trendDays) : ownFigures(asked, today, trendDays);
  const light = `SELECT ${lightOf(`max(${standing(asked, today)})`)} AS light FROM ticket.issue_milestone k WHERE k.issue_id = i.id`;
  const first = `SELECT t.title FROM ticket.issue_member m JOIN ticket.ticket t ON t.id = m.ticket_id
    WHERE m.issue_id = i.id AND m.counted AND ${membersInScope(caller, values)} ORDER BY m.registered_at LIMIT 1`;
  return {
    columns: `i.id, i.version, i.state, i.kind, i.name, i.lead_department_id AS "leadDepartmentId",
      i.joined_into_id AS "joinedIntoId", i.created_at AS "createdAt", i.closed_at AS "closedAt", f.tickets, f.citizens,
      f.first_at AS "firstAt", f.active_at AS "activeAt", f.recent, f.earlier, l.light,
      CASE WHEN i.name IS NULL THEN (${first}) END AS "firstTitle",
      ${alertsFor(caller)} AS alerts`,
    from: `FROM ticket.issue i CROSS JOIN LATERAL (${figures}) f CROSS JOIN LATERAL (${light}) l`,
  };
}

/** Alerts are raised by all tickets of an issue: whoever sees only some of them is not told. */
const alertsFor = (caller: Caller): string =>
  scopeOf(caller) === null
    ? `ARRAY(SELECT DISTINCT a.kind FROM ticket.issue_alert a WHERE a.issue_id = i.id ORDER BY 1)`
    : `ARRAY[]::text[]`;

/**
 * What is shown in a list: whatever somebody has named, and what enough tickets are about. Nobody sees more tickets of an
 * issue than it has: those with too few are left out before anybody's own are counted.
 */
export function isShown({ caller, rules, values }: AskedIssues): string {
  const enough = `$${values.push(rules.shownTickets)}::int`;
  return `(i.name IS NOT NULL OR i.tickets >= ${enough} AND f.tickets >= ${enough}) AND ${issuesInScope(caller, values)}`;
}

/** That it grows faster than the rules take for ordinary. */
export const isGrowing = ({ rules, values }: AskedIssues): string =>
  `(f.recent >= $${values.push(rules.growingTickets)}::int AND f.recent >= greatest(f.earlier, 1) * $${values.push(rules.growingTimes)}::float8)`;

/** Its milestones, with what should be done today and how they stand. */
export function milestoneSelect(asked: AskedIssues, issueId: string): string {
  const today = `$${asked.values.push(shanghaiDate(asked.at))}`;
  return `SELECT k.id, k.title, k.starts_on::text AS "startsOn", k.due_on::text AS "dueOn", ${planned(today)} AS "plannedPercent",
    k.percent, k.done_on::text AS "doneOn", ${lightOf(standing(asked, today))} AS light
    FROM ticket.issue_milestone k WHERE k.issue_id = $${asked.values.push(issueId)} ORDER BY k.due_on, k.id`;
}
