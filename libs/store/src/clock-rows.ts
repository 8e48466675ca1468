import type { Alert, ClockKind } from '#ticket/clock-kind';
import type { Rung } from '#ticket/rung';
import { rungColumns, rungRecord } from './rung-rows';
import type { Sql } from './sql';

/** A clock of a ticket as it is stored. `key` names it within the ticket; the same history always gives the same key. */
export interface ClockRow {
  readonly id: string;
  readonly key: string;
  readonly kind: ClockKind;
  readonly assignmentId: string | null;
  readonly round: number;
  /** Counts its due times: a moved due time may warn again. */
  readonly generation: number;
  readonly state: 'running' | 'met' | 'cancelled';
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly yellowAt: Date | null;
  readonly metAt: Date | null;
  readonly alert: Alert;
  /** The rungs of this due time and when each comes, in their order. */
  readonly ladder: readonly RungTime[];
  /** Those of them that were recorded. */
  readonly fired: readonly Rung[];
  /** When the next rung is due; null while it is not running, silent, or a reply is under review. */
  readonly nextMarkAt: Date | null;
  /** Rule and calendar it was computed by. */
  readonly rule: Record<string, unknown>;
}

/** When a clock climbs a rung, and by which row of the ladder. */
export interface RungTime {
  readonly rung: Rung;
  /** ISO 8601. */
  readonly at: string;
  readonly row: string;
}

/** The instant of the first rung that was not recorded yet; null when the ladder ends. */
export function nextRungAt({ ladder, fired }: Pick<ClockRow, 'ladder' | 'fired'>): Date | null {
  const next = ladder.find(({ rung }) => !fired.includes(rung));
  return next ? new Date(next.at) : null;
}

/** What a ticket shows of its clocks. */
export interface ClockSummary {
  readonly dueAt: Date | null;
  readonly promisedAt: Date | null;
  readonly alert: Alert;
}

/** Every column of a clock but how it was counted and what it climbs, the larger part of its row. */
export const clockFields = `c.id, c.key, c.kind, c.assignment_id AS "assignmentId", c.round, c.generation, c.state,
  c.started_at AS "startedAt", c.due_at AS "dueAt", c.yellow_at AS "yellowAt", c.met_at AS "metAt", c.alert,
  c.next_mark_at AS "nextMarkAt", c.fired`;

export const clockSelect = `${clockFields}, c.ladder, c.rule`;

export const clockColumns = `ticket_id, id, key, kind, assignment_id, round, generation, state, started_at, due_at, yellow_at, met_at, alert, next_mark_at, ladder, fired, rule`;

/** A clock as a JSON record of its table. */
export const clockRecord = (ticketId: string, clock: ClockRow): object => ({
  ticket_id: ticketId,
  id: clock.id,
  key: clock.key,
  kind: clock.kind,
  assignment_id: clock.assignmentId,
  round: clock.round,
  generation: clock.generation,
  state: clock.state,
  started_at: clock.startedAt,
  due_at: clock.dueAt,
  yellow_at: clock.yellowAt,
  met_at: clock.metAt,
  alert: clock.alert,
  next_mark_at: clock.nextMarkAt,
  ladder: clock.ladder,
  fired: clock.fired,
  rule: clock.rule,
});

/** What is to be written of one ticket's clocks, as its history tells them up to line `seq`. */
export interface KeptClocks {
  readonly ticketId: string;
  readonly seq: number;
  readonly changed: readonly ClockRow[];
  readonly summary: ClockSummary;
  readonly parts: readonly { id: string; dueAt: Date; alert: Alert }[];
  /** Rungs that are climbed by a clock's beginning: the line that began it tells them. */
  readonly begun: readonly BegunRung[];
}

/** Clocks of departments' parts that figures are counted by. */
const countedKinds: readonly ClockKind[] = ['sign', 'contact', 'finish', 'rework'];

/** A rung of a clock that begins. */
export interface BegunRung {
  readonly id: string;
  readonly clock: ClockRow;
  readonly time: RungTime;
}

export const dueColumns = 'ticket_id, seq, clock_id, kind, assignment_id, generation, state, due_at, met_at, told_at';

// A clock keeps the id under which it was first written: whoever computed it at the same time records no beginning of it.
// What was held is asked for as an array: of a row in WITH the planner expects one, and reads the records once for each.
const write = `
WITH held AS (
  UPDATE ticket.ticket t SET due_at = k.due_at, promised_at = k.promised_at, alert = k.alert, clocks_seq = k.seq
  FROM jsonb_to_recordset($1) AS k(id uuid, seq int, due_at timestamptz, promised_at timestamptz, alert text)
  WHERE t.id = k.id AND t.seq = k.seq RETURNING t.id
), clocks AS (
  INSERT INTO ticket.clock (${clockColumns})
  SELECT ${clockColumns} FROM jsonb_populate_recordset(null::ticket.clock, $2) WHERE ticket_id = ANY(ARRAY(SELECT id FROM held))
  ON CONFLICT (ticket_id, key) DO UPDATE SET generation = EXCLUDED.generation, state = EXCLUDED.state,
    due_at = EXCLUDED.due_at, yellow_at = EXCLUDED.yellow_at, met_at = EXCLUDED.met_at, alert = EXCLUDED.alert,
    next_mark_at = EXCLUDED.next_mark_at, ladder = EXCLUDED.ladder, fired = EXCLUDED.fired, rule = EXCLUDED.rule
  RETURNING id
), parts AS (
  UPDATE ticket.assignment a SET due_at = p.due_at, alert = p.alert
  FROM jsonb_to_recordset($3) AS p(ticket_id uuid, id uuid, due_at timestamptz, alert text)
  WHERE a.ticket_id = p.ticket_id AND a.id = p.id AND p.ticket_id = ANY(ARRAY(SELECT id FROM held))
    AND (a.due_at, a.alert) IS DISTINCT FROM (p.due_at, p.alert)
), begun AS (
  INSERT INTO ticket.rung (${rungColumns})
  SELECT ${rungColumns} FROM jsonb_populate_recordset(null::ticket.rung, $4)
  WHERE clock_id = ANY(ARRAY(SELECT id FROM clocks)) ON CONFLICT DO NOTHING
), told AS (
  INSERT INTO ticket.clock_due (${dueColumns})
  SELECT ${dueColumns} FROM jsonb_populate_recordset(null::ticket.clock_due, $5)
  WHERE clock_id = ANY(ARRAY(SELECT id FROM clocks)) RETURNING ticket_id
), owed AS (
  INSERT INTO ticket.count_owed (ticket_id) SELECT DISTINCT ticket_id FROM told
)
SELECT id FROM held`;

/**
 * Writes the clocks that changed, and what tickets and assignments show of them, of those tickets whose history still
 * ends where it was read (a mark ends it elsewhere too). Answers which those were. A clock that somebody else began
 * meanwhile stays theirs, and they have recorded what it began with.
 * @param at when the figures learn of due times
 */
export async function writeClocks(sql: Sql, kept: readonly KeptClocks[], at: Date): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(write, [
    JSON.stringify(kept.map(({ ticketId: id, seq, summary }) => ({ id, seq, ...summaryRecord(summary) }))),
    JSON.stringify(kept.flatMap(({ ticketId, changed }) => changed.map((clock) => clockRecord(ticketId, clock)))),
    JSON.stringify(kept.flatMap(({ ticketId, parts }) => parts.map((part) => partRecord(ticketId, part)))),
    JSON.stringify(kept.flatMap(({ ticketId, begun }) => begun.map((rung) => begunRecord(ticketId, rung)))),
    JSON.stringify(kept.flatMap(({ ticketId, seq, changed }) => dueRecords({ ticketId, seq, at }, changed))),
  ]);
  return rows.map(({ id }) => id);
}

const summaryRecord = ({ dueAt, promisedAt, alert }: ClockSummary): object => ({
  due_at: dueAt,
  promised_at: promisedAt,
  alert,
});

const partRecord = (ticketId: string, { id, dueAt, alert }: KeptClocks['parts'][number]): object => ({
  ticket_id: ticketId,
  id,
  due_at: dueAt,
  alert,
});

/** What figures are told of clocks that changed: where the due times of the departments' parts stand since a line. */
export const dueRecords = (told: { ticketId: string; seq: number; at: Date }, changed: readonly ClockRow[]): object[] =>
  changed
    .filter(({ kind, assignmentId }) => assignmentId !== null && countedKinds.includes(kind))
    .map((clock) => ({
      ...{ ticket_id: told.ticketId, seq: told.seq, told_at: told.at, clock_id: clock.id, kind: clock.kind },
      ...{ assignment_id: clock.assignmentId, generation: clock.generation, state: clock.state },
      ...{ due_at: clock.dueAt, met_at: clock.metAt },
    }));

const begunRecord = (ticketId: string, { id, clock, time }: BegunRung): object =>
  rungRecord({
    ...{ id, ticketId, clockId: clock.id, assignmentId: clock.assignmentId, generation: clock.generation },
    ...{ rung: time.rung, kind: clock.kind, dueAt: clock.dueAt, firedAt: time.at, row: time.row },
  });

/** Kinds of running clocks whose due time is past. A clock that is not written yet is not past. */
export async function pastClocks(sql: Sql, ticketId: string, at: Date): Promise<Set<ClockKind>> {
  const rows = await sql
    .about(ticketId)
    .query<{ kind: ClockKind }>(
      `SELECT DISTINCT kind FROM ticket.clock WHERE ticket_id = $1 AND state = 'running' AND due_at < $2`,
      [ticketId, at],
    );
  return new Set(rows.map(({ kind }) => kind));
}
