import type { LatenessModel } from '#ticket/lateness';
import { openPart } from './open-tickets';
import { pagesAfter } from './pages-after';
import type { Sql } from './sql';
import { firstIdAt } from './uuid-v7';

/** What one day's history tells of lateness. */
export interface KeptLateness {
  /** YYYY-MM-DD in Shanghai. */
  readonly day: string;
  readonly madeAt: Date;
  /** Parts that it was learnt from. */
  readonly parts: number;
  /** Parts of the last month, which the tested model had not seen. */
  readonly testedParts: number;
  /** How far what was said of them lay from what came, 0 to 1; null without any. */
  readonly calibrationError: number | null;
  readonly model: LatenessModel;
  /** Parts that usually lie on a department's desk, by its id. */
  readonly usual: Readonly<Record<string, number>>;
}

const select = `day::text AS day, made_at AS "madeAt", parts, tested_parts AS "testedParts", calibration_error AS "calibrationError", model, usual`;

/** The newest; undefined while history tells too little. */
export const latestLateness = (sql: Sql): Promise<(KeptLateness & Record<string, unknown>) | undefined> =>
  sql.one(`SELECT ${select} FROM deadlines.lateness_model ORDER BY day DESC LIMIT 1`, []);

/** Models are kept so long: whoever asks why a part was thought late can still be told. */
const keptDays = 400;

export async function keepLateness(sql: Sql, kept: KeptLateness): Promise<void> {
  await sql.query(
    `INSERT INTO deadlines.lateness_model (day, made_at, parts, tested_parts, calibration_error, model, usual)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (day) DO NOTHING`,
    [
      kept.day,
      kept.madeAt,
      kept.parts,
      kept.testedParts,
      kept.calibrationError,
      JSON.stringify(kept.model),
      JSON.stringify(kept.usual),
    ],
  );
  await sql.query(`DELETE FROM deadlines.lateness_model WHERE day < $1::date - ${keptDays}`, [kept.day]);
}

/** A part that had a due time; instants in milliseconds since 1970. */
export interface StoredPart {
  readonly [column: string]: unknown;
  readonly ticketId: string;
  readonly id: string;
  readonly departmentId: string;
  readonly categoryCode: string | null;
  readonly dispatchedAt: number;
  readonly dueAt: number;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
}

const pageParts = 5_000;
const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;

/** Parts of tickets that were registered since, page by page in the order of their tickets. */
export const partsSince = (sql: Sql, since: Date): AsyncGenerator<StoredPart[]> =>
  pagesAfter(
    { ticketId: firstIdAt(since), id: firstIdAt(since) },
    ({ ticketId, id }) =>
      sql.query<StoredPart>(
        `SELECT a.ticket_id AS "ticketId", a.id, a.department_id AS "departmentId", t.category_code AS "categoryCode",
           ${ms('a.dispatched_at')} AS "dispatchedAt", ${ms('a.due_at')} AS "dueAt",
           ${ms('coalesce(a.submitted_at, a.answered_at)')} AS "answeredAt", ${ms('a.ended_at')} AS "endedAt"
         FROM ticket.assignment a JOIN ticket.ticket t ON t.id = a.ticket_id
         WHERE a.ticket_id >= $1 AND (a.ticket_id, a.id) > ($1, $2) AND a.due_at IS NOT NULL
         ORDER BY a.ticket_id, a.id LIMIT ${pageParts}`,
        [ticketId, id],
      ),
    ({ ticketId, id }) => ({ ticketId, id }),
  );

/** How many parts lie on each department's desk. */
export async function openPartsOf(sql: Sql, departmentIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql.query<{ id: string; parts: number }>(
    `SELECT own.id, p.parts FROM unnest($1::uuid[]) own(id) CROSS JOIN LATERAL (
       SELECT count(*)::int AS parts FROM ticket.assignment a WHERE a.department_id = own.id AND ${openPart}
     ) p`,
    [departmentIds],
  );
  return new Map(rows.map(({ id, parts }) => [id, parts]));
}
