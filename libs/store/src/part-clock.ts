import type { Sql } from './sql';

/** The running clock by which a part is to be answered. */
export interface PartClock {
  readonly kind: 'finish' | 'rework';
  readonly dueAt: Date;
}

/** Null where none runs, or is not written yet. */
export async function partClock(sql: Sql, ticketId: string, assignmentId: string): Promise<PartClock | null> {
  const clock = await sql.about(ticketId).one<PartClock & Record<string, unknown>>(
    `SELECT kind, due_at AS "dueAt" FROM ticket.clock
     WHERE ticket_id = $1 AND assignment_id = $2 AND kind IN ('finish', 'rework') AND state = 'running'`,
    [ticketId, assignmentId],
  );
  return clock ?? null;
}
