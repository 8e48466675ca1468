import type { Sql } from './sql';

/** A step that is planned against an issue. Dates are YYYY-MM-DD in Shanghai, progress is in percent. */
export interface Milestone {
  readonly title: string;
  readonly startsOn: string;
  readonly dueOn: string;
  readonly percent: number;
  readonly doneOn: string | null;
}

export interface MilestoneRow extends Milestone {
  [column: string]: unknown;
  readonly id: string;
}

export const milestonesOf = (sql: Sql, issueId: string): Promise<MilestoneRow[]> =>
  sql.query<MilestoneRow>(
    `SELECT id, title, starts_on::text AS "startsOn", due_on::text AS "dueOn", percent, done_on::text AS "doneOn"
     FROM ticket.issue_milestone WHERE issue_id = $1 ORDER BY due_on, id`,
    [issueId],
  );

export async function writeMilestone(sql: Sql, issueId: string, id: string, milestone: Milestone): Promise<void> {
  const { title, startsOn, dueOn, percent, doneOn } = milestone;
  await sql.query(
    `INSERT INTO ticket.issue_milestone (issue_id, id, title, starts_on, due_on, percent, done_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (id) DO UPDATE SET title = $3, starts_on = $4, due_on = $5, percent = $6, done_on = $7`,
    [issueId, id, title, startsOn, dueOn, percent, doneOn],
  );
}

export async function removeMilestone(sql: Sql, id: string): Promise<void> {
  await sql.query(`DELETE FROM ticket.issue_milestone WHERE id = $1`, [id]);
}
