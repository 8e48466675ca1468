import { Injectable } from '@nestjs/common';
import { service } from '#ticket/actor';
import type { Alert } from '#ticket/clock-kind';
import type { Line } from '#ticket/line';
import { lineOfMark } from '#ticket/mark';
import type { Rung } from '#ticket/rung';
import type { State } from '#ticket/state';
import { nextRungAt, type ClockRow, type RungTime } from './clock-rows';
import { Committed } from './committed';
import { Database } from './database';
import { chain, type ChainedLine } from './history-chain';
import { asBytea } from './citizen';
import { recordColumns } from './insert-records';
import { KeyRing } from './key-ring';
import { rungColumns, rungRecord } from './rung-rows';
import type { Sql } from './sql';
import { uuidInMonthOf } from './uuid-v7';
import { historyRow } from './write-new-tickets';

/** A clock whose next rung is due, with what the rung needs of its ticket. */
type DueClock = Pick<ClockRow, 'assignmentId' | 'kind' | 'generation' | 'alert' | 'dueAt' | 'ladder' | 'fired'> & {
  [column: string]: unknown;
  readonly ticketId: string;
  readonly clockId: string;
};

interface MarkedTicket {
  [column: string]: unknown;
  id: string;
  state: State;
  seq: number;
  head: Buffer;
}

/** What a clock climbs now: its rungs, in the order of the ladder, each with the flag it shows from then on. */
interface Climb {
  readonly clock: DueClock;
  readonly marks: readonly { readonly time: RungTime; readonly alert: Alert }[];
}

/**
 * A ticket's clocks are what its history asks for; while they are behind it, nobody knows whether one was met. Tickets
 * that somebody is changing, or marking, this moment are passed over, so that replicas share the work.
 */
const dueTickets = `
SELECT t.id, t.state, t.seq, t.head FROM ticket.clock c JOIN ticket.ticket t ON t.id = c.ticket_id
WHERE c.next_mark_at <= $1 AND t.clocks_seq >= t.seq ORDER BY c.next_mark_at LIMIT $2 FOR UPDATE OF t SKIP LOCKED`;
const dueClocks = `
SELECT ticket_id AS "ticketId", id AS "clockId", assignment_id AS "assignmentId", kind, generation, alert,
  due_at AS "dueAt", ladder, fired
FROM ticket.clock c WHERE ticket_id = ANY($1) AND next_mark_at <= $2 ORDER BY next_mark_at`;

/** Marks many clocks at once: rung, flag, history line and event of each commit together, and each rung only once. */
@Injectable()
export class MarkStore {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly committed: Committed,
  ) {}

  /**
   * Marks up to `limit` clocks whose time has come, the longest overdue first; answers how many rungs were recorded. What
   * is due of one ticket is recorded together, after an outage every rung of it in its order.
   */
  async markMany(now: Date, limit: number): Promise<number> {
    const marked = await this.database.transaction((sql) => this.mark(sql, now, limit));
    if (marked > 0) this.committed.tell();
    return marked;
  }

  private async mark(sql: Sql, now: Date, limit: number): Promise<number> {
    const due = await sql.query<MarkedTicket>(dueTickets, [now, limit]);
    if (due.length === 0) return 0;
    const tickets = new Map(due.map((ticket) => [ticket.id, ticket]));
    // Read again under the lock: a clock may have been met, moved or marked meanwhile.
    const clocks = await sql.query<DueClock>(dueClocks, [[...tickets.keys()], now]);
    const climbs = clocks.map((clock) => climbOf(clock, now)).filter(({ marks }) => marks.length > 0);
    if (climbs.length > 0) await write(sql, climbs, linesOf(this.keys, [...tickets.values()], climbs, now), now);
    return climbs.reduce((sum, { marks }) => sum + marks.length, 0);
  }
}

function climbOf(clock: DueClock, now: Date): Climb {
  const due = clock.ladder.filter(({ rung, at }) => !clock.fired.includes(rung) && new Date(at) <= now);
  let { alert } = clock;
  return { clock, marks: due.map((time) => ({ time, alert: (alert = flagAfter(time.rung, alert)) })) };
}

/** The flag that a clock shows once it has climbed a rung. */
export const flagAfter = (rung: Rung, alert: Alert): Alert =>
  rung === 'red' || (rung === 'yellow' && alert === 'none') ? rung : alert;

function linesOf(keys: KeyRing, tickets: readonly MarkedTicket[], climbs: readonly Climb[], at: Date): ChainedLine[] {
  const own = new Map<string, Climb[]>(tickets.map(({ id }) => [id, []]));
  for (const climb of climbs) own.get(climb.clock.ticketId)?.push(climb);
  return tickets.flatMap(({ id, state, seq, head }) => {
    const marks = (own.get(id) ?? []).flatMap(({ clock, marks: each }) => each.map((mark) => ({ clock, ...mark })));
    const lines: Line[] = marks.map(({ clock, time: { rung }, alert }, index) => {
      const { clockId, kind, dueAt, generation } = clock;
      const told = { clockId, kind, alert, rung, dueAt, generation };
      return lineOfMark({ id, state, seq: seq + index + 1 }, service('deadlines'), at, told);
    });
    return chain(keys, head, lines);
  });
}

const statement = `
WITH rungs AS (
  INSERT INTO ticket.rung (${rungColumns}) SELECT ${rungColumns} FROM jsonb_populate_recordset(null::ticket.rung, $1)
  ON CONFLICT DO NOTHING
), clocks AS (
  UPDATE ticket.clock c SET alert = m.alert, fired = m.fired, next_mark_at = m.next_mark_at
  FROM jsonb_to_recordset($5) AS m(ticket_id uuid, id uuid, alert text, fired text[], next_mark_at timestamptz)
  WHERE c.ticket_id = m.ticket_id AND c.id = m.id
), parts AS (
  UPDATE ticket.assignment a SET alert = m.alert
  FROM (SELECT DISTINCT ON (assignment_id) *
    FROM jsonb_to_recordset($5) AS k(ticket_id uuid, assignment_id uuid, alert text)
    WHERE assignment_id IS NOT NULL ORDER BY assignment_id, (alert = 'red') DESC) m
  WHERE a.ticket_id = m.ticket_id AND a.id = m.assignment_id AND a.alert <> 'red'
), tickets AS (
  UPDATE ticket.ticket t SET seq = h.seq, head = h.hash,
    clocks_seq = CASE WHEN t.clocks_seq = t.seq THEN h.seq ELSE t.clocks_seq END,
    alert = CASE WHEN t.alert = 'red' OR h.red THEN 'red' ELSE 'yellow' END
  FROM (SELECT * FROM jsonb_to_recordset($4) AS h(ticket_id uuid, seq int, hash bytea, red boolean)) h
  WHERE t.id = h.ticket_id
), events AS (
  INSERT INTO ticket.outbox (lane, event, ticket_id, seq, at)
  SELECT 1, 'ticket.marked', ticket_id, seq, $2 FROM jsonb_to_recordset($4) AS h(ticket_id uuid, seq int)
), owed AS (
  INSERT INTO ticket.count_owed (ticket_id) SELECT ticket_id FROM jsonb_to_recordset($4) AS h(ticket_id uuid)
)
INSERT INTO ticket.history (${recordColumns['ticket.history']}) SELECT ${recordColumns['ticket.history']}
FROM jsonb_populate_recordset(null::ticket.history, $3)`;

async function write(sql: Sql, climbs: readonly Climb[], lines: readonly ChainedLine[], now: Date): Promise<void> {
  const last = new Map(lines.map((line) => [line.ticketId, line]));
  const reds = new Set(climbs.filter(({ marks }) => marks.at(-1)?.alert === 'red').map(({ clock }) => clock.ticketId));
  await sql.query(statement, [
    JSON.stringify(climbs.flatMap((climb) => recordsOf(climb, now))),
    now,
    JSON.stringify(lines.map(historyRow)),
    JSON.stringify(
      [...last.values()].map(({ ticketId, seq, hash }) => ({
        ticket_id: ticketId,
        seq,
        hash: asBytea(hash),
        red: reds.has(ticketId),
      })),
    ),
    JSON.stringify(climbs.map(climbed)),
  ]);
}

const recordsOf = ({ clock, marks }: Climb, now: Date): object[] =>
  marks.map(({ time }) =>
    rungRecord({
      ...{ id: uuidInMonthOf(clock.ticketId), ticketId: clock.ticketId, clockId: clock.clockId },
      ...{ assignmentId: clock.assignmentId, generation: clock.generation, rung: time.rung, kind: clock.kind },
      ...{ dueAt: clock.dueAt, firedAt: now, row: time.row },
    }),
  );

/** The clock after its climb. */
function climbed({ clock, marks }: Climb): object {
  const fired = [...clock.fired, ...marks.map(({ time }) => time.rung)];
  return {
    ticket_id: clock.ticketId,
    id: clock.clockId,
    assignment_id: clock.assignmentId,
    alert: marks.at(-1)?.alert ?? clock.alert,
    fired,
    next_mark_at: nextRungAt({ ladder: clock.ladder, fired }),
  };
}
