import type { VisitMode } from '#ticket/visit-mode';
import { asBytea } from './citizen';
import type { KeyRing } from './key-ring';
import type { Sql } from './sql';

export interface Visit {
  readonly id: string;
  /** Who went, such as 滨河社区第一走访组. */
  readonly team: string;
  /** Null once it is forgotten. */
  readonly household: string | null;
  readonly mode: VisitMode;
  readonly at: Date;
  readonly areaCode: string | null;
  readonly byAccount: string;
}

type VisitRow = Omit<Visit, 'household'> & {
  [column: string]: unknown;
  sealed: Buffer | null;
  wrappedKey: Buffer | null;
  /** How many tickets came out of it. */
  tickets: number;
};

export async function addVisit(sql: Sql, keys: KeyRing, visit: Visit & { readonly household: string }): Promise<void> {
  const { sealed, wrappedKey } = keys.seal(visit.household);
  const { id, team, mode, at, areaCode, byAccount } = visit;
  await sql.query(
    `INSERT INTO ticket.visit (id, team, mode, at, area_code, sealed, wrapped_key, by_account)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, team, mode, at, areaCode, asBytea(sealed), asBytea(wrappedKey), byAccount],
  );
}

export const hasVisit = async (sql: Sql, id: string): Promise<boolean> =>
  (await sql.one(`SELECT 1 FROM ticket.visit WHERE id = $1`, [id])) !== undefined;

/** Which visits are asked for: by id, or those of a period, team and mode, before the last one shown. */
export interface AskedVisits {
  readonly id?: string;
  readonly from?: Date;
  readonly before?: Date;
  readonly team?: string;
  readonly mode?: VisitMode;
  readonly after?: readonly [string, string] | null;
  readonly limit: number;
}

/** The newest first. */
export async function readVisits(
  sql: Sql,
  keys: KeyRing,
  asked: AskedVisits,
): Promise<(Visit & { tickets: number })[]> {
  const rows = await sql.query<VisitRow>(
    `SELECT v.id, v.team, v.mode, v.at, v.area_code AS "areaCode", v.by_account AS "byAccount", v.sealed,
       v.wrapped_key AS "wrappedKey",
       (SELECT count(*)::int FROM ticket.ticket t WHERE t.visit_id = v.id AND t.visit_id IS NOT NULL) AS tickets
     FROM ticket.visit v
     WHERE ($1::uuid IS NULL OR v.id = $1) AND ($2::timestamptz IS NULL OR v.at >= $2)
       AND ($3::timestamptz IS NULL OR v.at < $3) AND ($4::text IS NULL OR v.team = $4) AND ($5::text IS NULL OR v.mode = $5)
       AND ($6::timestamptz IS NULL OR (v.at, v.id) < ($6, $7::uuid))
     ORDER BY v.at DESC, v.id DESC LIMIT $8`,
    [
      asked.id ?? null,
      asked.from ?? null,
      asked.before ?? null,
      asked.team ?? null,
      asked.mode ?? null,
      ...(asked.after ?? [null, null]),
      asked.limit,
    ],
  );
  return rows.map(({ sealed, wrappedKey, ...row }) => ({
    ...row,
    household: sealed && wrappedKey ? keys.open(sealed, wrappedKey) : null,
  }));
}

const forget = `UPDATE ticket.visit SET sealed = NULL, wrapped_key = NULL`;

/** Of visits before an instant nobody knows any more which household it was. */
export const forgetHouseholds = `${forget} WHERE at < $1 AND sealed IS NOT NULL`;

/** The household out of whose visit this ticket came. */
export const forgetHouseholdOf = async (sql: Sql, ticketId: string): Promise<void> => {
  await sql.count(`${forget} WHERE id = (SELECT visit_id FROM ticket.ticket WHERE id = $1)`, [ticketId]);
};
