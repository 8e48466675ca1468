import type { Listed } from '#http-api/reconciliation-shapes';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import type { Difference, Ours } from './differences-of';

/** One system's day. */
export interface Reconciliation {
  [column: string]: unknown;
  id: string;
  system: string;
  day: string;
  listed: number | null;
  receivedAt: Date | null;
  comparedAt: Date | null;
  differing: number;
}

const select = `SELECT r.id, r.system, r.day::text AS day, jsonb_array_length(r.listed) AS listed, r.received_at AS "receivedAt",
  r.compared_at AS "comparedAt", r.differing FROM intake.reconciliation r`;

export const reconciliationById = (sql: Sql, id: string): Promise<Reconciliation | undefined> =>
  sql.one<Reconciliation>(`${select} WHERE r.id = $1`, [id]);

export const reconciliationsPage = (
  sql: Sql,
  asked: { readonly differing: boolean; readonly before: readonly [string, string] | null; readonly limit: number },
): Promise<Reconciliation[]> =>
  sql.query<Reconciliation>(
    `${select} WHERE ($1::date IS NULL OR (r.day, r.id) < ($1::date, $2::uuid))
       AND (NOT $3 OR r.differing > 0 OR r.listed IS NULL)
     ORDER BY r.day DESC, r.id DESC LIMIT $4`,
    [asked.before?.[0] ?? null, asked.before?.[1] ?? null, asked.differing, asked.limit],
  );

/** Takes a list in, in place of an earlier one of the same day. Answers the row, locked. */
export async function putList(
  sql: Sql,
  given: { readonly system: string; readonly day: string; readonly tickets: readonly Listed[]; readonly at: Date },
): Promise<string> {
  const row = await sql.one<{ id: string }>(
    `INSERT INTO intake.reconciliation AS r (id, system, day, listed, received_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (system, day) DO UPDATE SET listed = excluded.listed, received_at = excluded.received_at
     RETURNING r.id`,
    [uuidV7(given.at), given.system, given.day, JSON.stringify(given.tickets), given.at],
  );
  if (!row) throw new Error('no row for a list that was put');
  return row.id;
}

/** Which systems that may be told have sent no list of this day: it is noted that none came. */
export const noteMissingLists = (sql: Sql, day: string, at: Date): Promise<number> =>
  sql.count(
    `INSERT INTO intake.reconciliation (id, system, day)
     SELECT gen_random_uuid(), system, $1 FROM ticket.channel_client
     WHERE revoked_at IS NULL AND system IS NOT NULL AND made_at < $2
     ON CONFLICT (system, day) DO NOTHING`,
    [day, at],
  );

/** The list of a day, under its lock; null while none has come. */
export const lockedList = (
  sql: Sql,
  id: string,
): Promise<{ system: string; day: string; listed: Listed[] | null } | undefined> =>
  sql.one<{ system: string; day: string; listed: Listed[] | null }>(
    `SELECT system, day::text AS day, listed FROM intake.reconciliation WHERE id = $1 FOR UPDATE`,
    [id],
  );

const ours = `SELECT id, upstream_number AS "upstreamNumber", state, upstream_due_at AS "upstreamDueAt" FROM ticket.ticket`;

/** Tickets of a system that bear these numbers, and those registered between these ids. */
export async function oursOf(
  sql: Sql,
  asked: { readonly system: string; readonly numbers: readonly string[]; readonly from: string; readonly to: string },
): Promise<{ tickets: Ours[]; dayOf: Set<string> }> {
  const ofDay = await sql.query<{ id: string }>(
    `SELECT ticket_id AS id FROM ticket.feedback WHERE system = $1 AND ticket_id >= $2 AND ticket_id < $3`,
    [asked.system, asked.from, asked.to],
  );
  const known = await sql.query<{ id: string }>(
    `SELECT reference AS id FROM ticket.ticket_key WHERE kind = 'upstream' AND value = ANY($1)`,
    [asked.numbers.map((number) => `${asked.system}/${number}`)],
  );
  const dayOf = new Set(ofDay.map(({ id }) => id));
  const groups = sql.aboutEach([...new Set([...dayOf, ...known.map(({ id }) => id)])]);
  const found = await Promise.all(
    groups.map((group) =>
      group.sql.query<Ours & Record<string, unknown>>(`${ours} WHERE id = ANY($1)`, [group.ticketIds]),
    ),
  );
  return { tickets: found.flat(), dayOf };
}

/** What differs, in place of what differed before. */
export async function putDifferences(
  sql: Sql,
  id: string,
  { differences, at }: { readonly differences: readonly Difference[]; readonly at: Date },
): Promise<void> {
  await sql.query(`DELETE FROM intake.difference WHERE reconciliation_id = $1`, [id]);
  const rows = differences.map(({ upstreamNumber, kind, ticketId, theirs, ours: here }) => ({
    ...{ reconciliation_id: id, upstream_number: upstreamNumber, kind },
    ...{ ticket_id: ticketId, theirs, ours: here },
  }));
  await sql.query(`INSERT INTO intake.difference SELECT * FROM json_populate_recordset(null::intake.difference, $1)`, [
    JSON.stringify(rows),
  ]);
  const differing = new Set(differences.map(({ upstreamNumber }) => upstreamNumber)).size;
  await sql.query(`UPDATE intake.reconciliation SET compared_at = $2, differing = $3 WHERE id = $1`, [
    id,
    at,
    differing,
  ]);
}

/** In the order of their numbers, after the last one shown. */
export const differencesPage = (
  sql: Sql,
  asked: { readonly id: string; readonly after: number; readonly limit: number },
): Promise<(Difference & Record<string, unknown>)[]> =>
  sql.query<Difference & Record<string, unknown>>(
    `SELECT upstream_number AS "upstreamNumber", kind, ticket_id AS "ticketId", theirs, ours FROM intake.difference
     WHERE reconciliation_id = $1 ORDER BY upstream_number, kind OFFSET $2 LIMIT $3`,
    [asked.id, asked.after, asked.limit],
  );

/** Days of the last week that differed: what came late may have mended them. */
export const openReconciliations = async (sql: Sql, since: string): Promise<string[]> =>
  (
    await sql.query<{ id: string }>(
      `SELECT id FROM intake.reconciliation WHERE day >= $1 AND differing > 0 ORDER BY day, id`,
      [since],
    )
  ).map(({ id }) => id);
