import type { Sql } from '#store/sql';

/** Far enough ahead that no clock of the bench becomes due by itself while it runs. */
export const restingDays = 60;

export async function runningClocks(sql: Sql): Promise<number> {
  const row = await sql.one<{ n: number }>(`SELECT count(*)::int AS n FROM ticket.clock WHERE state = 'running'`);
  return row?.n ?? 0;
}

/** One rung at the due time, whichever rungs a clock has had: what is measured is the same for all. */
const ladderOf = (at: string) =>
  `jsonb_build_array(jsonb_build_object('rung', 'red', 'at', ${at}, 'row', (SELECT id FROM deadlines.ladder_row WHERE rung = 'red' LIMIT 1)))`;

/**
 * Every running clock without a mark, and none due for `restingDays`. They come due as they do in a hotline: those of one
 * kind in the order in which they began, and those of all kinds side by side, so that at any moment some of today's
 * tickets are to be signed for, some of yesterday's citizens to be called, and some of last week's tickets to be answered.
 */
export const restAllClocks = (sql: Sql): Promise<number> =>
  sql.count(
    `WITH begun AS (
       SELECT ticket_id, key, (row_number() OVER (PARTITION BY kind ORDER BY started_at, ticket_id))::float8
         / count(*) OVER (PARTITION BY kind) AS share
       FROM ticket.clock WHERE state = 'running'
     ), running AS (
       SELECT ticket_id, key, row_number() OVER (ORDER BY share, ticket_id, key) AS n FROM begun
     )
     UPDATE ticket.clock c SET alert = 'none', yellow_at = NULL, due_at = at, next_mark_at = at,
       generation = generation + 1, ladder = ${ladderOf('at')}, fired = '{}'
     FROM running r CROSS JOIN LATERAL (SELECT now() + make_interval(days => ${restingDays}) + r.n * interval '1 ms' AS at) d
     WHERE c.ticket_id = r.ticket_id AND c.key = r.key`,
  );

/** What the seed tells of the past is taken as told, without a mark for each: nothing is due when the hotline starts. */
export const passDueRungs = (sql: Sql): Promise<number> =>
  sql.count(
    `UPDATE ticket.clock c SET fired = past.rungs, next_mark_at = past.next_at,
       alert = CASE WHEN 'red' = ANY(past.rungs) THEN 'red' WHEN 'yellow' = ANY(past.rungs) THEN 'yellow' ELSE c.alert END
     FROM ticket.clock d CROSS JOIN LATERAL (
       SELECT array_agg(r.rung) FILTER (WHERE r.at <= soon) AS rungs, min(r.at) FILTER (WHERE r.at > soon) AS next_at
       FROM jsonb_to_recordset(d.ladder) AS r(rung text, at timestamptz), (SELECT now() + interval '1 hour' AS soon) s) past
     WHERE c.ticket_id = d.ticket_id AND c.key = d.key AND d.next_mark_at <= now() + interval '1 hour'`,
  );

/** Wakes so many of the resting clocks: they become due one after the other from `from` on, `everyMs` apart. */
export const wakeClocks = (sql: Sql, count: number, from: Date, everyMs: number): Promise<number> =>
  sql.count(
    `WITH woken AS (
       SELECT ticket_id, key, row_number() OVER (ORDER BY next_mark_at) - 1 AS n FROM (
         SELECT ticket_id, key, next_mark_at FROM ticket.clock
         WHERE next_mark_at > now() + make_interval(days => ${restingDays - 1}) ORDER BY next_mark_at LIMIT $1) resting
     )
     UPDATE ticket.clock c SET due_at = at, next_mark_at = at, ladder = ${ladderOf('at')}
     FROM woken w CROSS JOIN LATERAL (SELECT $2::timestamptz + make_interval(secs => w.n * $3::float8 / 1000) AS at) d
     WHERE c.ticket_id = w.ticket_id AND c.key = w.key`,
    [count, from, everyMs],
  );
