import type { BulletinKind, BulletinState } from '#http-api/bulletin-shapes';
import { holdToTheEnd } from '#store/advisory-locks';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import type { Period } from '../period';
import type { BulletinSection } from './bulletin-section';

/** A bulletin as it is kept. */
export interface BulletinRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly kind: BulletinKind;
  readonly state: BulletinState;
  /** YYYY-MM-DD, both included. */
  readonly starts: string;
  readonly ends: string;
  readonly number: number;
  readonly asOf: Date;
  readonly madeAt: Date;
  readonly signedBy: { readonly id: string; readonly name: string } | null;
  readonly signedAt: Date | null;
  readonly sha256: string | null;
}

export interface WholeBulletin extends BulletinRow {
  readonly sections: readonly BulletinSection[];
}

const fields = `b.id, b.kind, b.state, b.starts::text, b.ends::text, b.number, b.as_of AS "asOf", b.made_at AS "madeAt",
  (SELECT json_build_object('id', u.id, 'name', u.name) FROM ticket.account u WHERE u.id = b.signed_by) AS "signedBy", b.signed_at AS "signedAt", b.sha256`;

/** Summaries `b` for a list, with conditions to come. */
export const bulletinSelect = `SELECT ${fields} FROM satisfaction.bulletin b`;

/** @throws NotFound */
export async function readBulletin(sql: Sql, id: string): Promise<WholeBulletin> {
  const row = isUuid(id)
    ? await sql.one<WholeBulletin>(`SELECT ${fields}, b.sections FROM satisfaction.bulletin b WHERE b.id = $1`, [id])
    : undefined;
  if (!row) throw new NotFound('bulletin');
  return row;
}

/** Whether the bulletin of a period is there for good: signed, or made when the period was over. */
export async function isMade(sql: Sql, kind: BulletinKind, { from }: Period, overAt: Date): Promise<boolean> {
  const row = await sql.one(
    `SELECT 1 FROM satisfaction.bulletin WHERE kind = $1 AND starts = $2 AND (state = 'signed' OR as_of >= $3)`,
    [kind, from, overAt],
  );
  return row !== undefined;
}

/** The day on which the latest bulletin of a kind begins; null before the first. */
export async function latestStart(sql: Sql, kind: BulletinKind): Promise<string | null> {
  const row = await sql.one<{ starts: string | null }>(
    `SELECT max(starts)::text AS starts FROM satisfaction.bulletin WHERE kind = $1`,
    [kind],
  );
  return row?.starts ?? null;
}

export interface MadeBulletin {
  readonly id: string;
  readonly kind: BulletinKind;
  readonly period: Period;
  readonly asOf: Date;
  readonly sections: readonly BulletinSection[];
  readonly by: string;
  readonly at: Date;
}

/**
 * Keeps what was made: as the draft of its period, in the place of an earlier draft. Answers the id of the draft there is;
 * null where that period's was signed meanwhile. Numbers go by the year, each kind by itself, one at a time; a draft keeps
 * its number.
 */
export async function keepDraft(sql: Sql, made: MadeBulletin): Promise<string | null> {
  const { id, kind, period, asOf, sections, by, at } = made;
  await holdToTheEnd(sql, 'bulletins');
  await sql.query(
    `INSERT INTO satisfaction.bulletin AS b (id, kind, starts, ends, number, state, as_of, sections, made_by, made_at)
     SELECT $1, $2, $3::date, $4, 1 + coalesce((SELECT max(o.number) FROM satisfaction.bulletin o
       WHERE o.kind = $2 AND date_trunc('year', o.starts) = date_trunc('year', $3::date)), 0), 'draft', $5, $6, $7, $8
     ON CONFLICT (kind, starts) DO UPDATE SET as_of = EXCLUDED.as_of, sections = EXCLUDED.sections,
       made_by = EXCLUDED.made_by, made_at = EXCLUDED.made_at WHERE b.state = 'draft' AND b.as_of < EXCLUDED.as_of`,
    [id, kind, period.from, period.to, asOf, JSON.stringify(sections), by, at],
  );
  const row = await sql.one<{ id: string }>(
    `SELECT id FROM satisfaction.bulletin WHERE kind = $1 AND starts = $2 AND state = 'draft'`,
    [kind, period.from],
  );
  return row?.id ?? null;
}

/** Nobody makes or signs one until the transaction ends. */
export const holdBulletins = (sql: Sql): Promise<void> => holdToTheEnd(sql, 'bulletins');

/** From now on it says what it says. Answers whether it was a draft. */
export async function signBulletin(
  sql: Sql,
  id: string,
  { by, at, sha256 }: { readonly by: string; readonly at: Date; readonly sha256: string },
): Promise<boolean> {
  const row = await sql.one(
    `UPDATE satisfaction.bulletin SET state = 'signed', signed_by = $2, signed_at = $3, sha256 = $4
     WHERE id = $1 AND state = 'draft' RETURNING id`,
    [id, by, at, sha256],
  );
  return row !== undefined;
}
