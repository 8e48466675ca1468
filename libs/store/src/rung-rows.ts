import type { ClockKind } from '#ticket/clock-kind';
import type { Rung } from '#ticket/rung';

/** A rung that a clock has climbed: once for each of its due times. */
export interface RungRow {
  readonly id: string;
  readonly ticketId: string;
  readonly clockId: string;
  readonly assignmentId: string | null;
  readonly generation: number;
  readonly rung: Rung;
  readonly kind: ClockKind;
  readonly dueAt: Date;
  readonly firedAt: Date | string;
  /** The row of the ladder by which it came. */
  readonly row: string;
}

export const rungColumns =
  'ticket_id, clock_id, assignment_id, generation, rung, kind, due_at, fired_at, id, ladder_row_id';

/** A rung as a JSON record of its table. */
export const rungRecord = (rung: RungRow): object => ({
  ticket_id: rung.ticketId,
  clock_id: rung.clockId,
  assignment_id: rung.assignmentId,
  generation: rung.generation,
  rung: rung.rung,
  kind: rung.kind,
  due_at: rung.dueAt,
  fired_at: rung.firedAt,
  id: rung.id,
  ladder_row_id: rung.row,
});
