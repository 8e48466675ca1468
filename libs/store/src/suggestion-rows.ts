import { leadOf, type Ticket } from '#ticket/ticket';
import type { Sql } from './sql';

/** The best of each kind, the likeliest first, and the version of what they were learnt from; 0 for rules and keywords alone. */
export interface SuggestedLabels {
  readonly categoryVersion: number;
  readonly departmentVersion: number;
  readonly categories: readonly { readonly code: string; readonly probability: number }[];
  /** `rule` is the row of the catalogue that speaks for it, in its words. */
  readonly departments: readonly { readonly id: string; readonly probability: number; readonly rule: string | null }[];
}

/** Until it is dispatched a ticket has been in no round: that begins the first. */
const roundOf = ({ round }: Ticket): number => Math.max(round, 1);

const suggested = (ticket: Ticket, labels: SuggestedLabels, at: Date) => ({
  ticket_id: ticket.id,
  round: roundOf(ticket),
  suggested_at: at,
  category_version: labels.categoryVersion,
  department_version: labels.departmentVersion,
  categories: labels.categories,
  departments: labels.departments,
  likeliest_category: labels.categories[0]?.code ?? null,
  likeliest_department: labels.departments[0]?.id ?? null,
});

/** What a ticket was dispatched by without asking anybody. @param after as it was dispatched */
export const actedOnRow = (after: Ticket, labels: SuggestedLabels, { by, at }: { by: string; at: Date }) => ({
  ...suggested(after, labels, at),
  is_automatic: true,
  lead_id: after.leadId,
  department_id: after.leadDepartmentId,
  category_code: after.categoryCode,
  decided_by: by,
  decided_at: at,
});

const setTo = (columns: readonly string[]): string => columns.map((each) => `${each} = EXCLUDED.${each}`).join(', ');

const suggestedColumns = [
  ...['suggested_at', 'category_version', 'department_version', 'categories', 'departments'],
  ...['likeliest_category', 'likeliest_department'],
];

/** What acting on a suggestion makes of one that was shown before. */
export const actedOn = setTo([
  ...suggestedColumns,
  ...['is_automatic', 'lead_id', 'department_id', 'category_code', 'decided_by', 'decided_at'],
]);

/** Of each round the first decision stands, with what was suggested last before it. */
const show = `
INSERT INTO ticket.suggestion AS known (ticket_id, round, ${suggestedColumns.join(', ')}, is_automatic)
SELECT ticket_id, round, ${suggestedColumns.join(', ')}, false
FROM json_populate_recordset(null::ticket.suggestion, $1)
ON CONFLICT (ticket_id, round) DO UPDATE SET ${setTo(suggestedColumns)}
WHERE known.decided_at IS NULL AND (known.categories, known.departments) IS DISTINCT FROM (EXCLUDED.categories, EXCLUDED.departments)`;

/** Keeps what somebody is shown who may dispatch the ticket. */
export async function keepShown(sql: Sql, ticket: Ticket, labels: SuggestedLabels, at: Date): Promise<void> {
  await sql.about(ticket.id).query(show, [JSON.stringify([suggested(ticket, labels, at)])]);
}

/** The same of a ticket that waits for a dispatcher from now on, who is asked. */
export async function keepAsked(sql: Sql, ticket: Ticket, labels: SuggestedLabels, at: Date): Promise<void> {
  await keepShown(sql, ticket, labels, at);
  await sql
    .about(ticket.id)
    .query(`UPDATE ticket.suggestion SET asked_at = $3 WHERE ticket_id = $1 AND round = $2`, [
      ticket.id,
      roundOf(ticket),
      at,
    ]);
}

/** Whether nobody has been asked since the ticket `t` is in its state. */
export const unasked = `NOT EXISTS (SELECT 1 FROM ticket.suggestion q WHERE q.ticket_id = t.id AND q.asked_at >= t.state_since)`;

/** Somebody named a lead after something was suggested. @param after as it was dispatched */
export async function keepDecision(sql: Sql, after: Ticket, { by, at }: { by: string; at: Date }): Promise<void> {
  await sql.about(after.id).query(
    `UPDATE ticket.suggestion SET lead_id = $3, department_id = $4, category_code = $5, decided_by = $6, decided_at = $7
     WHERE ticket_id = $1 AND round = $2 AND decided_at IS NULL`,
    [after.id, after.round, leadOf(after)?.id, after.leadDepartmentId, after.categoryCode, by, at],
  );
}
