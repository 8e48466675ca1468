import type { ClockKind } from '#ticket/clock-kind';
import type { Sql } from '#store/sql';

/** A clock of a ticket as far as its citizen is told of it. */
export interface TrackedClock {
  readonly kind: ClockKind;
  readonly state: 'running' | 'met' | 'cancelled';
  readonly dueAt: Date;
  readonly metAt: Date | null;
  /** By which limit it was computed. */
  readonly rule: Readonly<Record<string, unknown>>;
}

const told: readonly ClockKind[] = ['citizen', 'return', 'arbitration', 'held'];

/** The promise to the citizen, and what is being decided, newest first. */
export const trackedClocks = (sql: Sql, ticketId: string): Promise<TrackedClock[]> =>
  sql.about(ticketId).query<TrackedClock & Record<string, unknown>>(
    `SELECT kind, state, due_at AS "dueAt", met_at AS "metAt", rule FROM ticket.clock
     WHERE ticket_id = $1 AND kind = ANY($2) ORDER BY started_at DESC`,
    [ticketId, told],
  );
