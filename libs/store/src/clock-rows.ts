import type { Alert, ClockKind } from '#ticket/clock-kind';
import type { Line } from '#ticket/line';
import type { Ticket } from '#ticket/ticket';
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
  /** When the next mark is due; null while it is not running, silent, or a reply is under review. */
  readonly nextMarkAt: Date | null;
  /** Rule and calendar it was computed by. */
  readonly rule: Record<string, unknown>;
}

/** What a ticket shows of its clocks. */
export interface ClockSummary {
  readonly dueAt: Date | null;
  readonly promisedAt: Date | null;
  readonly alert: Alert;
  /** The history line up to which its clocks are right. */
  readonly seq: number;
}

const select = `id, key, kind, assignment_id AS "assignmentId", round, generation, state, started_at AS "startedAt",
  due_at AS "dueAt", yellow_at AS "yellowAt", met_at AS "metAt", alert, next_mark_at AS "nextMarkAt", rule`;

/** What a ticket's clocks are derived from, and the clocks as they are stored. */
export interface ClockFacts {
  readonly ticket: Pick<Ticket, 'leadId' | 'seq'>;
  readonly lines: readonly ToldLine[];
  readonly clocks: readonly ClockRow[];
  /** The clocks are those of the last line already. */
  readonly current: boolean;
}

/** A history line as the clocks read it: facts only. */
export type ToldLine = Pick<Line, 'seq' | 'at' | 'name' | 'from' | 'to' | 'data'>;

type FactsRow = ClockFacts['ticket'] & {
  lines: (Omit<ToldLine, 'at'> & { at: string })[];
  clocks: Record<string, unknown>[] | null;
  clocksSeq: number;
};

/** Everything in one trip, as one snapshot shows it. */
export async function readClockFacts(sql: Sql, ticketId: string): Promise<ClockFacts | undefined> {
  const row = await sql.about(ticketId).one<FactsRow & Record<string, unknown>>(
    `SELECT t.lead_id AS "leadId", t.seq, t.clocks_seq AS "clocksSeq",
       (SELECT json_agg(line ORDER BY line.seq) FROM (
          SELECT seq, at, name, "from", "to", data FROM ticket.history WHERE ticket_id = $1) line) AS lines,
       (SELECT json_agg(clock) FROM (SELECT ${select} FROM ticket.clock WHERE ticket_id = $1) clock) AS clocks
     FROM ticket.ticket t WHERE t.id = $1`,
    [ticketId],
  );
  if (!row) return undefined;
  const { lines, clocks, clocksSeq, leadId, seq } = row;
  return {
    ticket: { leadId, seq },
    lines: lines.map((line) => ({ ...line, at: new Date(line.at) })),
    clocks: (clocks ?? []).map(clockOfJson),
    current: clocksSeq === seq,
  };
}

const instants = ['startedAt', 'dueAt', 'yellowAt', 'metAt', 'nextMarkAt'] as const;

const clockOfJson = (json: Record<string, unknown>): ClockRow => ({
  ...(json as unknown as ClockRow),
  ...Object.fromEntries(
    instants.map((field) => [field, json[field] === null ? null : new Date(json[field] as string)]),
  ),
});

export const clockColumns = `ticket_id, id, key, kind, assignment_id, round, generation, state, started_at, due_at, yellow_at, met_at, alert, next_mark_at, rule`;

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
  rule: clock.rule,
});

const write = `
WITH held AS (
  UPDATE ticket.ticket SET due_at = $3, promised_at = $4, alert = $5, clocks_seq = $6
  WHERE id = $2 AND seq = $6 RETURNING true AS written
), clocks AS (
  INSERT INTO ticket.clock (${clockColumns})
  SELECT ${clockColumns} FROM jsonb_populate_recordset(null::ticket.clock, $1), held
  ON CONFLICT (ticket_id, key) DO UPDATE SET generation = EXCLUDED.generation, state = EXCLUDED.state,
    due_at = EXCLUDED.due_at, yellow_at = EXCLUDED.yellow_at, met_at = EXCLUDED.met_at, alert = EXCLUDED.alert,
    next_mark_at = EXCLUDED.next_mark_at, rule = EXCLUDED.rule
), parts AS (
  UPDATE ticket.assignment a SET due_at = p.due_at, alert = p.alert
  FROM jsonb_to_recordset($7) AS p(id uuid, due_at timestamptz, alert text), held
  WHERE a.ticket_id = $2 AND a.id = p.id AND (a.due_at, a.alert) IS DISTINCT FROM (p.due_at, p.alert)
)
SELECT written FROM held`;

/**
 * Writes the clocks that changed, and what ticket and assignments show of them, if the ticket's history still ends where
 * it was read (a mark ends it elsewhere too). Answers whether it was written.
 */
export async function writeClocks(
  sql: Sql,
  ticketId: string,
  changed: readonly ClockRow[],
  summary: ClockSummary,
  parts: readonly { id: string; dueAt: Date; alert: Alert }[],
): Promise<boolean> {
  const row = await sql
    .about(ticketId)
    .one<{ written: boolean }>(write, [
      JSON.stringify(changed.map((clock) => clockRecord(ticketId, clock))),
      ticketId,
      summary.dueAt,
      summary.promisedAt,
      summary.alert,
      summary.seq,
      JSON.stringify(parts.map(({ id, dueAt, alert }) => ({ id, due_at: dueAt, alert }))),
    ]);
  return row?.written ?? false;
}

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
