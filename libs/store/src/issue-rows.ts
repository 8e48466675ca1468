import type { IssueKind, IssueState } from '#ticket/issue';
import { holdToTheEnd } from './advisory-locks';
import type { Sql } from './sql';
import { NotFound } from './store-errors';
import { isUuid } from './uuid-v7';

/** What people may change of an issue. */
export interface IssueFields {
  readonly kind: IssueKind;
  readonly name: string | null;
  readonly leadDepartmentId: string | null;
  readonly state: IssueState;
}

export interface IssueRow extends IssueFields {
  [column: string]: unknown;
  readonly id: string;
  /** Counts people's changes. */
  readonly version: number;
  /** Whether a person has had it in hand: the house joins it to no other one by itself. */
  readonly tended: boolean;
  readonly joinedIntoId: string | null;
  readonly tickets: number;
  readonly citizens: number;
}

const select = `SELECT i.id, i.version, i.state, i.kind, i.name, i.lead_department_id AS "leadDepartmentId", i.tended,
  i.joined_into_id AS "joinedIntoId", i.tickets, i.citizens FROM ticket.issue i`;

/** Whoever changes what belongs where takes this first: the counts are kept row by row. */
export const lockIssues = (sql: Sql): Promise<void> => holdToTheEnd(sql, 'issues');

export const readIssues = (sql: Sql, ids: readonly string[]): Promise<IssueRow[]> =>
  sql.query<IssueRow>(`${select} WHERE i.id = ANY($1::uuid[])`, [ids.filter(isUuid)]);

/** @throws NotFound */
export async function readIssue(sql: Sql, id: string): Promise<IssueRow> {
  const [row] = await readIssues(sql, [id]);
  if (!row) throw new NotFound('issue');
  return row;
}

/** The issue in which one that was joined is found now. @throws NotFound */
export async function standingIssue(sql: Sql, id: string): Promise<IssueRow> {
  const row = await readIssue(sql, id);
  return row.joinedIntoId ? readIssue(sql, row.joinedIntoId) : row;
}

export async function addIssues(sql: Sql, ids: readonly string[], at: Date): Promise<void> {
  await sql.query(
    `INSERT INTO ticket.issue (id, created_at, active_at) SELECT id, $2, $2 FROM unnest($1::uuid[]) AS n(id)`,
    [ids, at],
  );
}

/** Writes what a person said: it is in hand from now on, and a version further. */
export async function editIssue(sql: Sql, id: string, fields: Partial<IssueFields>, at: Date): Promise<void> {
  const { kind = null, name = null, state = null } = fields;
  await sql.query(
    `UPDATE ticket.issue SET version = version + 1, tended = true, kind = coalesce($2, kind), name = coalesce($3, name),
       lead_department_id = CASE WHEN $4 THEN $5 ELSE lead_department_id END, state = coalesce($6, state),
       closed_at = CASE WHEN $6 = 'closed' THEN $7 WHEN $6 = 'open' THEN NULL ELSE closed_at END
     WHERE id = $1`,
    [id, kind, name, 'leadDepartmentId' in fields, fields.leadDepartmentId ?? null, state, at],
  );
}

/** All members and milestones of one become the other's, by which it is found from then on. */
export async function joinIssue(sql: Sql, id: string, intoId: string, at: Date): Promise<void> {
  await sql.query(`UPDATE ticket.issue_member SET issue_id = $2 WHERE issue_id = $1`, [id, intoId]);
  await sql.query(`UPDATE ticket.issue_milestone SET issue_id = $2 WHERE issue_id = $1`, [id, intoId]);
  await sql.query(`UPDATE ticket.broadcast SET issue_id = $2 WHERE issue_id = $1`, [id, intoId]);
  await sql.query(`UPDATE ticket.issue SET joined_into_id = $2 WHERE joined_into_id = $1`, [id, intoId]);
  await sql.query(`UPDATE ticket.issue SET state = 'joined', joined_into_id = $2, closed_at = $3 WHERE id = $1`, [
    id,
    intoId,
    at,
  ]);
}
