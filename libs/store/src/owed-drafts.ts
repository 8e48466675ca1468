import type { ClockKind } from '#ticket/clock-kind';
import type { Sql } from './sql';

/** A rung from which a supervision order is to be drafted. */
export interface OwedDraft {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly ticketId: string;
  readonly clockId: string;
  readonly generation: number;
  readonly kind: ClockKind;
  readonly dueAt: Date;
}

/** The first of them, the oldest first. */
export const owedDrafts = (sql: Sql, limit: number): Promise<OwedDraft[]> =>
  sql.query<OwedDraft>(
    `SELECT id, ticket_id AS "ticketId", clock_id AS "clockId", generation, kind, due_at AS "dueAt" FROM ticket.rung
     WHERE rung = 'supervision' AND drafted_at IS NULL ORDER BY fired_at, id LIMIT $1`,
    [limit],
  );

/** Nothing is owed for this rung any more. */
export async function draftWasMade(sql: Sql, { ticketId, id }: OwedDraft, at: Date): Promise<void> {
  await sql
    .about(ticketId)
    .query(`UPDATE ticket.rung SET drafted_at = $3 WHERE ticket_id = $1 AND id = $2`, [ticketId, id, at]);
}
