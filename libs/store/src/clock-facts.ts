import type { Line } from '#ticket/line';
import type { Ticket } from '#ticket/ticket';
import { clockFields, type ClockRow } from './clock-rows';
import type { Sql } from './sql';

/** What is read of a ticket whose clocks are computed. */
export type ClockedTicket = Pick<Ticket, 'id' | 'leadId' | 'seq' | 'urgency'>;

/** What a ticket's clocks are derived from, and the clocks as they are stored. */
export interface ClockFacts {
  readonly ticket: ClockedTicket;
  readonly lines: readonly ToldLine[];
  readonly clocks: readonly ClockRow[];
}

/** A history line as the clocks read it: facts only. */
export type ToldLine = Pick<Line, 'seq' | 'at' | 'name' | 'from' | 'to' | 'data'>;

/** A ticket's clocks as they stand, without the history behind them. */
export interface StandingClocks {
  readonly ticket: ClockedTicket & Pick<Ticket, 'round' | 'ownDueAt'>;
  readonly clocks: readonly ClockRow[];
  /** They are what the history asks for: none is behind it, and none could not be computed. */
  readonly areTold: boolean;
}

/** Of a clock that has ended nothing is counted again: how it was counted is not read. */
const clocksOfTicket = `
(SELECT json_agg(clock) FROM (
  SELECT ${clockFields}, CASE c.state WHEN 'running' THEN c.ladder ELSE '[]' END AS ladder,
    CASE c.state WHEN 'running' THEN c.rule ELSE '{}' END AS rule
  FROM ticket.clock c WHERE c.ticket_id = t.id) clock) AS clocks`;

const ticketFields = `t.id, t.lead_id AS "leadId", t.seq, t.urgency`;

const hasUnknownClock = `EXISTS (
  SELECT 1 FROM ticket.dead_letter d WHERE d.ticket_id = t.id AND d.service = 'deadlines')`;

type JsonRow<Read> = Read & Record<string, unknown> & { clocks: Record<string, unknown>[] | null };

/**
 * The facts of those among these tickets whose clocks are behind their history, as one snapshot shows them; and of those
 * that were once given up, since a clock may be missing that can be computed now.
 */
export const readClockFacts = (sql: Sql, ticketIds: readonly string[]): Promise<ClockFacts[]> =>
  readFacts(sql, ticketIds, `AND (t.clocks_seq < t.seq OR ${hasUnknownClock})`);

/** The facts of all of these tickets, for whoever computes their clocks anew by other rules. */
export const readAllClockFacts = (sql: Sql, ticketIds: readonly string[]): Promise<ClockFacts[]> =>
  readFacts(sql, ticketIds, '');

async function readFacts(sql: Sql, ticketIds: readonly string[], which: string): Promise<ClockFacts[]> {
  type Line = Omit<ToldLine, 'at'> & { at: string };
  const rows = await sql.query<JsonRow<ClockedTicket & { lines: Line[] }>>(
    `SELECT ${ticketFields},
       (SELECT json_agg(line ORDER BY line.seq) FROM (
          SELECT seq, at, name, "from", "to", data FROM ticket.history h WHERE h.ticket_id = t.id) line) AS lines,
       ${clocksOfTicket}
     FROM ticket.ticket t WHERE t.id = ANY($1) ${which}`,
    [ticketIds],
  );
  return rows.map(({ lines, clocks, ...ticket }) => ({
    ticket,
    lines: lines.map((line) => ({ ...line, at: new Date(line.at) })),
    clocks: (clocks ?? []).map(clockOfJson),
  }));
}

/** The clocks of all of these tickets as they stand. */
export async function readStandingClocks(sql: Sql, ticketIds: readonly string[]): Promise<StandingClocks[]> {
  const rows = await sql.query<JsonRow<StandingClocks['ticket'] & { areTold: boolean }>>(
    `SELECT ${ticketFields}, t.round, t.own_due_at AS "ownDueAt",
       t.clocks_seq >= t.seq AND NOT ${hasUnknownClock} AS "areTold", ${clocksOfTicket}
     FROM ticket.ticket t WHERE t.id = ANY($1)`,
    [ticketIds],
  );
  return rows.map(({ clocks, areTold, ...ticket }) => ({ ticket, areTold, clocks: (clocks ?? []).map(clockOfJson) }));
}

const instants = ['startedAt', 'dueAt', 'yellowAt', 'metAt', 'nextMarkAt'] as const;

function clockOfJson(json: Record<string, unknown>): ClockRow {
  for (const field of instants) if (json[field] !== null) json[field] = new Date(json[field] as string);
  return json as unknown as ClockRow;
}
