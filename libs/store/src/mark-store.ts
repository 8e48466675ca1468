import { Injectable } from '@nestjs/common';
import { service } from '#ticket/actor';
import type { Alert, ClockKind } from '#ticket/clock-kind';
import type { Line } from '#ticket/line';
import { lineOfMark } from '#ticket/mark';
import type { State } from '#ticket/state';
import { Committed } from './committed';
import { Database } from './database';
import { chain, type ChainedLine } from './history-chain';
import { asBytea } from './citizen';
import { recordColumns } from './insert-records';
import { KeyRing } from './key-ring';
import type { Sql } from './sql';
import { uuidInMonthOf } from './uuid-v7';
import { historyRow } from './write-new-tickets';

/** A clock whose next mark is due, with what the mark needs of its ticket. */
interface DueClock {
  [column: string]: unknown;
  ticketId: string;
  clockId: string;
  assignmentId: string | null;
  kind: ClockKind;
  generation: number;
  alert: Alert;
  yellowAt: Date | null;
  dueAt: Date;
}

interface MarkedTicket {
  [column: string]: unknown;
  id: string;
  state: State;
  seq: number;
  head: Buffer;
  alert: Alert;
}

/** A flag that goes up: yellow before a due time, red after it. */
interface Mark extends DueClock {
  rung: 'yellow' | 'red';
}

const dueStatement = `
SELECT ticket_id AS "ticketId", id AS "clockId", assignment_id AS "assignmentId", kind, generation, alert,
  yellow_at AS "yellowAt", due_at AS "dueAt"
FROM ticket.clock c`;
/** A ticket's clocks are what its history asks for; while they are behind it, nobody knows whether one was met. */
const isCurrent = `NOT EXISTS (SELECT 1 FROM ticket.ticket t WHERE t.id = c.ticket_id AND t.clocks_seq < t.seq)`;

/** Marks many clocks at once: rung, flag, history line and event of each commit together, and each rung only once. */
@Injectable()
export class MarkStore {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly committed: Committed,
  ) {}

  /**
   * Marks clocks whose time has come, the longest overdue first; answers how many rungs were recorded. Tickets that
   * somebody is changing this moment, and those whose clocks have yet to follow a change, are left for the next look.
   */
  async markMany(now: Date, limit: number): Promise<number> {
    const candidates = await this.database.sql.query<DueClock>(
      `${dueStatement} WHERE next_mark_at <= $1 AND ${isCurrent} ORDER BY next_mark_at LIMIT $2`,
      [now, limit],
    );
    if (candidates.length === 0) return 0;
    const ids = [...new Set(candidates.map(({ ticketId }) => ticketId))];
    const marked = await this.database.transaction((sql) => this.mark(sql, ids, now));
    if (marked > 0) this.committed.tell();
    return marked;
  }

  private async mark(sql: Sql, ids: readonly string[], now: Date): Promise<number> {
    const tickets = await sql.query<MarkedTicket>(
      `SELECT id, state, seq, head, alert FROM ticket.ticket WHERE id = ANY($1) AND clocks_seq >= seq ORDER BY id FOR UPDATE SKIP LOCKED`,
      [ids],
    );
    // Read again under the lock: a clock may have been met, moved or marked meanwhile.
    const clocks = await sql.query<DueClock>(
      `${dueStatement} WHERE ticket_id = ANY($1) AND next_mark_at <= $2 ORDER BY next_mark_at`,
      [tickets.map(({ id }) => id), now],
    );
    const marks = clocks.flatMap((clock) => rungsOf(clock, now));
    if (marks.length > 0) await write(sql, marks, linesOf(this.keys, tickets, marks, now), now);
    return marks.length;
  }
}

/** After an outage both may be due: each is recorded, in order. */
function rungsOf(clock: DueClock, now: Date): Mark[] {
  const rungs: Mark[] = [];
  if (clock.alert === 'none' && clock.yellowAt && clock.yellowAt <= now) rungs.push({ ...clock, rung: 'yellow' });
  if (clock.alert !== 'red' && clock.dueAt <= now) rungs.push({ ...clock, rung: 'red' });
  return rungs;
}

function linesOf(keys: KeyRing, tickets: readonly MarkedTicket[], marks: readonly Mark[], at: Date): ChainedLine[] {
  return tickets.flatMap((ticket) => {
    const own = marks.filter(({ ticketId }) => ticketId === ticket.id);
    const lines: Line[] = own.map((mark, index) =>
      lineOfMark({ id: ticket.id, state: ticket.state, seq: ticket.seq + index + 1 }, service('deadlines'), at, {
        clockId: mark.clockId,
        kind: mark.kind,
        alert: mark.rung,
        dueAt: mark.dueAt,
        generation: mark.generation,
      }),
    );
    return chain(keys, ticket.head, lines);
  });
}

const statement = `
WITH marks AS (
  SELECT * FROM jsonb_to_recordset($1) AS m(ticket_id uuid, clock_id uuid, assignment_id uuid, generation int, rung text, kind text, due_at timestamptz, id uuid)
), rungs AS (
  INSERT INTO ticket.rung (ticket_id, clock_id, generation, rung, kind, due_at, fired_at, id)
  SELECT ticket_id, clock_id, generation, rung, kind, due_at, $2, id FROM marks
  ON CONFLICT DO NOTHING
), clocks AS (
  UPDATE ticket.clock c SET alert = m.rung, next_mark_at = CASE WHEN m.rung = 'red' THEN NULL ELSE c.due_at END
  FROM (SELECT DISTINCT ON (clock_id) * FROM marks ORDER BY clock_id, (rung = 'red') DESC) m
  WHERE c.ticket_id = m.ticket_id AND c.id = m.clock_id
), parts AS (
  UPDATE ticket.assignment a SET alert = m.rung
  FROM (SELECT DISTINCT ON (assignment_id) * FROM marks WHERE assignment_id IS NOT NULL ORDER BY assignment_id, (rung = 'red') DESC) m
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
)
INSERT INTO ticket.history (${recordColumns['ticket.history']}) SELECT ${recordColumns['ticket.history']}
FROM jsonb_populate_recordset(null::ticket.history, $3)`;

async function write(sql: Sql, marks: readonly Mark[], lines: readonly ChainedLine[], now: Date): Promise<void> {
  const last = new Map(lines.map((line) => [line.ticketId, line]));
  const reds = new Set(marks.filter(({ rung }) => rung === 'red').map(({ ticketId }) => ticketId));
  await sql.query(statement, [
    JSON.stringify(marks.map(markRecord)),
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
  ]);
}

const markRecord = (mark: Mark): object => ({
  ticket_id: mark.ticketId,
  clock_id: mark.clockId,
  assignment_id: mark.assignmentId,
  generation: mark.generation,
  rung: mark.rung,
  kind: mark.kind,
  due_at: mark.dueAt,
  id: uuidInMonthOf(mark.ticketId),
});
