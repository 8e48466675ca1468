import { asBytea, phoneHash } from '#store/citizen';
import type { KeyRing } from '#store/key-ring';
import type { Sql } from '#store/sql';
import { isUuid } from '#store/uuid-v7';

/** A restriction of a number: proposed by one, decided by another, over by itself. */
export interface Mark {
  readonly id: string;
  readonly sealed: Buffer;
  readonly wrappedKey: Buffer;
  readonly reason: string;
  readonly examples: string[];
  readonly proposedBy: { id: string; name: string };
  readonly proposedAt: Date;
  readonly decidedBy: { id: string; name: string } | null;
  readonly decidedAt: Date | null;
  readonly approved: boolean | null;
  readonly expiresAt: Date | null;
  readonly liftedAt: Date | null;
}
type MarkRow = Mark & Record<string, unknown>;

const person = (column: string): string =>
  `(SELECT json_build_object('id', a.id, 'name', a.name) FROM ticket.account a WHERE a.id = m.${column})`;

const select = `
SELECT m.id, m.sealed, m.wrapped_key AS "wrappedKey", m.reason, m.examples, ${person('proposed_by')} AS "proposedBy",
  m.proposed_at AS "proposedAt", ${person('decided_by')} AS "decidedBy", m.decided_at AS "decidedAt", m.approved,
  m.expires_at AS "expiresAt", m.lifted_at AS "liftedAt"
FROM intake.harassment_mark m`;

/** At `$1`: proposed, or approved and neither lifted nor over. */
const isOpen = `(m.decided_at IS NULL OR (m.approved AND m.lifted_at IS NULL AND m.expires_at > $1))`;

export const markById = async (sql: Sql, id: string): Promise<Mark | undefined> =>
  isUuid(id) ? sql.one<MarkRow>(`${select} WHERE m.id = $1`, [id]) : undefined;

export const marksPage = (
  sql: Sql,
  { at, open, before, limit }: { at: Date; open: boolean; before: string | null; limit: number },
): Promise<Mark[]> =>
  sql.query<MarkRow>(
    `${select} WHERE ${open ? '' : 'NOT '}${isOpen} AND ($2::uuid IS NULL OR m.id < $2) ORDER BY m.id DESC LIMIT $3`,
    [at, before, limit],
  );

/** Of these numbers' keyed digests, those that are restricted at an instant; of several restrictions the longest. */
export const marksInForce = (
  sql: Sql,
  hashes: readonly Buffer[],
  at: Date,
): Promise<{ hash: Buffer; reason: string; until: Date }[]> =>
  sql.query<{ hash: Buffer; reason: string; until: Date }>(
    `SELECT DISTINCT ON (m.phone_hash) m.phone_hash AS hash, m.reason, m.expires_at AS until
     FROM intake.harassment_mark m
     WHERE m.phone_hash = ANY($1::bytea[]) AND m.approved AND m.lifted_at IS NULL AND m.expires_at > $2
     ORDER BY m.phone_hash, m.expires_at DESC`,
    [hashes, at],
  );

export async function addMark(
  sql: Sql,
  keys: KeyRing,
  mark: { id: string; phone: string; reason: string; examples: readonly string[]; by: string; at: Date },
): Promise<void> {
  const { sealed, wrappedKey } = keys.seal(mark.phone);
  await sql.query(
    `INSERT INTO intake.harassment_mark (id, phone_hash, sealed, wrapped_key, reason, examples, proposed_by, proposed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      mark.id,
      asBytea(phoneHash(keys, mark.phone)),
      asBytea(sealed),
      asBytea(wrappedKey),
      mark.reason,
      mark.examples,
      mark.by,
      mark.at,
    ],
  );
}

export async function decideMark(
  sql: Sql,
  { id, approved, by, at, expiresAt }: { id: string; approved: boolean; by: string; at: Date; expiresAt: Date | null },
): Promise<void> {
  await sql.query(
    `UPDATE intake.harassment_mark SET approved = $2, decided_by = $3, decided_at = $4, expires_at = $5 WHERE id = $1`,
    [id, approved, by, at, expiresAt],
  );
}

export async function liftMark(sql: Sql, id: string, by: string, at: Date): Promise<void> {
  await sql.query(`UPDATE intake.harassment_mark SET lifted_by = $2, lifted_at = $3 WHERE id = $1`, [id, by, at]);
}
