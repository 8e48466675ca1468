import type { TicketType } from '#ticket/ticket-type';
import { isOverTicket } from './open-tickets';
import type { Sql } from './sql';

/** What is done with tickets after so many days: archived once they have ended, erased once they are archived. */
export type RetentionKind = 'archive' | 'erase';

/** `type` null holds for all types that have no row of their own. In force once another person has approved it. */
export interface RetentionRule {
  [column: string]: unknown;
  id: string;
  kind: RetentionKind;
  type: TicketType | null;
  days: number;
  basis: string;
  proposedBy: string;
  proposedAt: Date;
  approvedBy: string | null;
  approvedAt: Date | null;
  endedAt: Date | null;
}

export const ruleSelect = `SELECT r.id, r.kind, r.type, r.days, r.basis, r.proposed_by AS "proposedBy",
  r.proposed_at AS "proposedAt", r.approved_by AS "approvedBy", r.approved_at AS "approvedAt", r.ended_at AS "endedAt"
FROM ticket.retention_rule r`;

export const rulesInForce = (sql: Sql): Promise<RetentionRule[]> =>
  sql.query<RetentionRule>(`${ruleSelect} WHERE r.approved_at IS NOT NULL AND r.ended_at IS NULL ORDER BY r.id`, []);

export async function addRetentionRule(
  sql: Sql,
  rule: Pick<RetentionRule, 'id' | 'kind' | 'type' | 'days' | 'basis' | 'proposedBy' | 'proposedAt'>,
): Promise<void> {
  const { id, kind, type, days, basis, proposedBy, proposedAt } = rule;
  await sql.query(
    `INSERT INTO ticket.retention_rule (id, kind, type, days, basis, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, kind, type, days, basis, proposedBy, proposedAt],
  );
}

/** The approved rule takes the place of the one for the same kind and type. */
export async function approveRetentionRule(sql: Sql, rule: RetentionRule, by: string, at: Date): Promise<void> {
  await sql.query(
    `UPDATE ticket.retention_rule SET ended_at = $3 WHERE kind = $1 AND type IS NOT DISTINCT FROM $2
       AND approved_at IS NOT NULL AND ended_at IS NULL`,
    [rule.kind, rule.type, at],
  );
  await sql.query(`UPDATE ticket.retention_rule SET approved_by = $2, approved_at = $3 WHERE id = $1`, [
    rule.id,
    by,
    at,
  ]);
}

export async function endRetentionRule(sql: Sql, id: string, at: Date): Promise<void> {
  await sql.query(`UPDATE ticket.retention_rule SET ended_at = $2 WHERE id = $1`, [id, at]);
}

/** A rule applies to its type, or to all types without a rule of their own. */
function typesOf({ kind, type }: RetentionRule, rules: readonly RetentionRule[]): { of: string; values: unknown[] } {
  if (type !== null) return { of: 't.type = $3', values: [type] };
  const others = rules.filter((each) => each.kind === kind && each.type !== null).map((each) => each.type);
  return { of: 't.type <> ALL($3)', values: [others] };
}

/** Tickets whose time has come by this rule, the longest over first: by the index of the unarchived or unerased. */
export async function dueTickets(
  sql: Sql,
  rule: RetentionRule,
  { rules, at, limit }: { rules: readonly RetentionRule[]; at: Date; limit: number },
): Promise<string[]> {
  const before = new Date(at.getTime() - rule.days * 86_400_000);
  const { of, values } = typesOf(rule, rules);
  const rows = await sql.query<{ id: string }>(`${waiting[rule.kind]} AND ${of} ORDER BY 2, t.id LIMIT $2`, [
    before,
    limit,
    ...values,
  ]);
  return rows.map(({ id }) => id);
}

const waiting: Record<RetentionKind, string> = {
  archive: `SELECT t.id, t.state_since FROM ticket.ticket t WHERE t.archived_at IS NULL AND t.state_since < $1
    AND ${isOverTicket}`,
  erase: `SELECT t.id, t.archived_at FROM ticket.ticket t
    WHERE t.archived_at IS NOT NULL AND t.erased_at IS NULL AND t.archived_at < $1`,
};
