import { finished } from 'node:stream/promises';
import { copyIn } from '#store/copy-rows';
import type { Sql } from '#store/sql';
import type { Position } from './entry';
import type { Fact } from './facts-of';
import type { Late } from './recorded-at';
import type { Standing } from './standing';

/** How far a ticket was counted. */
export interface CountedTicket extends Position {
  readonly ticketId: string;
  /** The last standing it has facts under; 0 when it has none. */
  readonly standing: number;
  /** 走访队伍, of what a visit brought. */
  readonly team: string | null;
  /** What came too late. */
  readonly late: readonly Late[];
}

type CountedRow = Omit<CountedTicket, 'late'> & {
  readonly late: (Omit<Late, 'recordedAt'> & { recordedAt: string })[];
};

/** How far these tickets were counted; not at all, where they never were. */
export async function readCounted(sql: Sql, ticketIds: readonly string[]): Promise<CountedTicket[]> {
  const rows = await sql.query<CountedRow & Record<string, unknown>>(
    `SELECT o.id AS "ticketId", coalesce(c.seq, 0) AS seq, coalesce(c.due, 0)::float8 AS due,
       coalesce(c.standing, 0) AS standing,
       (SELECT v.team FROM ticket.ticket t JOIN ticket.visit v ON v.id = t.visit_id WHERE t.id = o.id) AS team,
       coalesce((SELECT json_agg(json_build_object('seq', l.seq, 'due', l.due, 'recordedAt', l.recorded_at))
         FROM satisfaction.late_line l WHERE l.ticket_id = o.id), '[]') AS late
     FROM unnest($1::uuid[]) o(id) LEFT JOIN satisfaction.counted c ON c.ticket_id = o.id`,
    [ticketIds],
  );
  return rows.map(({ late, ...row }) => ({
    ...row,
    late: late.map((each) => ({ ...each, recordedAt: new Date(each.recordedAt) })),
  }));
}

/** What is to be written of one ticket: its new facts and what they stand under, and how far it is counted now. */
export interface NewlyCounted extends Position {
  readonly ticketId: string;
  /** All that it has facts under. */
  readonly standings: readonly (Standing & { readonly number: number })[];
  /** How many of these are written already. */
  readonly knownStandings: number;
  /** What each thing that was told changed, in its order. */
  readonly changes: readonly Change[];
  readonly late: readonly Late[];
}

/** What changed at once. */
export interface Change {
  /** From when on the figures know of it. */
  readonly recordedAt: Date;
  readonly facts: readonly Fact[];
}

const write = `
WITH standings AS (
  INSERT INTO satisfaction.standing
    (ticket_id, standing, department_id, area_code, category_code, type, channel, imported, team, agent)
  SELECT ticket_id, standing, department_id, area_code, category_code, type, channel, imported, team, agent
  FROM json_populate_recordset(null::satisfaction.standing, $1)
), late AS (
  INSERT INTO satisfaction.late_line (ticket_id, seq, due, recorded_at)
  SELECT ticket_id, seq, due, recorded_at FROM json_populate_recordset(null::satisfaction.late_line, $2)
)
INSERT INTO satisfaction.counted (ticket_id, seq, due, standing)
SELECT ticket_id, seq, due, standing FROM json_populate_recordset(null::satisfaction.counted, $3)
ON CONFLICT (ticket_id) DO UPDATE SET seq = EXCLUDED.seq, due = EXCLUDED.due, standing = EXCLUDED.standing`;

export async function writeCounted(sql: Sql, counted: readonly NewlyCounted[]): Promise<void> {
  const rows = (recordsOf: (each: NewlyCounted) => readonly object[]) =>
    JSON.stringify(counted.flatMap((each) => recordsOf(each).map((row) => ({ ticket_id: each.ticketId, ...row }))));
  await sql.query(write, [
    rows(({ standings, knownStandings }) => standings.slice(knownStandings).map(standingRecord)),
    rows(({ late }) => late.map(({ seq, due, recordedAt }) => ({ seq, due, recorded_at: recordedAt }))),
    rows(({ seq, due, standings }) => [{ seq, due, standing: standings.length }]),
  ]);
  await copyFacts(sql, counted);
}

const standingRecord = ({
  number,
  departmentId,
  areaCode,
  categoryCode,
  ...same
}: NewlyCounted['standings'][number]) => ({
  ...{ standing: number, department_id: departmentId, area_code: areaCode, category_code: categoryCode },
  ...same,
});

const factTable = {
  name: 'satisfaction.fact',
  columns: ['ticket_id', 'standing', 'measure', 'day', 'delta', 'recorded_at'],
} as const;

/** Of a million tickets there are twenty million facts: nothing else takes them in as fast. */
async function copyFacts(sql: Sql, counted: readonly NewlyCounted[]): Promise<void> {
  let lines = '';
  for (const { ticketId, changes } of counted) for (const change of changes) lines += factLines(ticketId, change);
  if (lines !== '') await finished(copyIn(sql, factTable).end(lines));
}

/** None of these values holds a tab or anything else that would have to be told apart from one. */
function factLines(ticketId: string, { recordedAt, facts }: Change): string {
  const known = recordedAt.toISOString();
  let lines = '';
  for (const { standing, measure, day, delta } of facts)
    lines += `${ticketId}\t${standing}\t${measure}\t${day}\t${delta}\t${known}\n`;
  return lines;
}
