import type { ClockKind } from '#ticket/clock-kind';
import type { Sql } from './sql';

/** A due time as it was told of a clock of a department's part: what figures learn of clocks (write: clock-rows.ts). */
export interface DueTold {
  /** Their order. */
  readonly id: number;
  /** After which line of the ticket's history. */
  readonly seq: number;
  readonly at: Date;
  readonly clockId: string;
  readonly kind: ClockKind;
  readonly assignmentId: string;
  /** Counts the due times of the clock. */
  readonly generation: number;
  readonly state: 'running' | 'met' | 'cancelled';
  readonly dueAt: Date;
  readonly metAt: Date | null;
}

type JsonDue = [
  ...[id: number, seq: number, at: string, clockId: string, kind: ClockKind, assignmentId: string, generation: number],
  ...[state: DueTold['state'], dueAt: string, metAt: string | null],
];

/** Every due time that was told of these tickets, in its order. */
export async function readDueTold(sql: Sql, ticketIds: readonly string[]): Promise<Map<string, readonly DueTold[]>> {
  const told = new Map<string, readonly DueTold[]>();
  for (const month of sql.aboutEach(ticketIds)) {
    const rows = await month.sql.query<{ ticketId: string; dues: JsonDue[] }>(
      `SELECT ticket_id AS "ticketId", json_agg(json_build_array(id, seq, told_at, clock_id, kind, assignment_id,
         generation, state, due_at, met_at) ORDER BY seq, id) AS dues
       FROM ticket.clock_due WHERE ticket_id = ANY($1) GROUP BY ticket_id`,
      [month.ticketIds],
    );
    for (const { ticketId, dues } of rows) told.set(ticketId, dues.map(dueOf));
  }
  return told;
}

const dueOf = ([id, seq, at, clockId, kind, assignmentId, generation, state, dueAt, metAt]: JsonDue): DueTold => ({
  ...{ id, seq, at: new Date(at), clockId, kind, assignmentId, generation, state, dueAt: new Date(dueAt) },
  metAt: metAt === null ? null : new Date(metAt),
});
