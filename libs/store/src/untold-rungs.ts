import type { ClockKind } from '#ticket/clock-kind';
import type { Sql } from './sql';

/** A rung of which nobody was told yet. `departmentId` is that of its part, or of the ticket's lead. */
export interface UntoldRung {
  [column: string]: unknown;
  readonly id: string;
  readonly ticketId: string;
  readonly kind: ClockKind;
  readonly departmentId: string | null;
  readonly ladderRowId: string | null;
}

/** Takes rungs that are still to be told of until the transaction ends, the oldest first; others take others. */
export const takeUntoldRungs = (sql: Sql, limit: number): Promise<UntoldRung[]> =>
  sql.query<UntoldRung>(
    `WITH untold AS MATERIALIZED (
       SELECT ticket_id, id, kind, assignment_id, ladder_row_id, fired_at FROM ticket.rung WHERE told_at IS NULL
       ORDER BY fired_at, id LIMIT $1 FOR UPDATE SKIP LOCKED)
     SELECT r.id, r.ticket_id AS "ticketId", r.kind, r.ladder_row_id AS "ladderRowId",
       coalesce(a.department_id, t.lead_department_id) AS "departmentId"
     FROM untold r JOIN ticket.ticket t ON t.id = r.ticket_id
     LEFT JOIN ticket.assignment a ON a.ticket_id = r.ticket_id AND a.id = r.assignment_id ORDER BY r.fired_at, r.id`,
    [limit],
  );

/** These were told, in the transaction that took them. */
export async function rungsWereTold(sql: Sql, rungs: readonly UntoldRung[], at: Date): Promise<void> {
  await sql.query(
    `UPDATE ticket.rung r SET told_at = $2 FROM jsonb_to_recordset($1) AS k(ticket_id uuid, id uuid)
     WHERE r.ticket_id = k.ticket_id AND r.id = k.id`,
    [JSON.stringify(rungs.map(({ ticketId, id }) => ({ ticket_id: ticketId, id }))), at],
  );
}
