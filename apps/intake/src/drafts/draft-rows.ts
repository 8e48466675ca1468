import { asBytea } from '#store/citizen';
import type { KeyRing } from '#store/key-ring';
import type { Sql } from '#store/sql';
import { isUuid } from '#store/uuid-v7';

/** What stands in a form; nobody has checked it. */
export type DraftValues = Readonly<Record<string, unknown>>;

export interface Draft {
  readonly id: string;
  readonly accountId: string;
  readonly version: number;
  /** The call it was opened for. */
  readonly callId: string | null;
  readonly values: DraftValues;
  readonly changedAt: Date;
}

interface DraftRow {
  [column: string]: unknown;
  id: string;
  accountId: string;
  version: number;
  callId: string | null;
  sealed: Buffer;
  wrappedKey: Buffer;
  changedAt: Date;
}

const select = `SELECT d.id, d.account_id AS "accountId", d.version, d.call_id AS "callId", d.sealed, d.wrapped_key AS "wrappedKey",
  d.changed_at AS "changedAt" FROM intake.draft d`;

/** By what a ticket says, in the statement that registers it, that a draft has become one. */
export const usedKey = (draftId: string): string => `draft/${draftId}`;

/** A draft that has become a ticket is none, though its row may not be gone yet. */
const unused = `NOT EXISTS (SELECT 1 FROM ticket.ticket_key k WHERE k.kind = 'idempotency' AND k.value = 'draft/' || d.id)`;

const opened = (keys: KeyRing, { sealed, wrappedKey, ...row }: DraftRow): Draft => ({
  ...row,
  values: JSON.parse(keys.open(sealed, wrappedKey)) as DraftValues,
});

export async function readDraft(sql: Sql, keys: KeyRing, id: string): Promise<Draft | null> {
  if (!isUuid(id)) return null;
  const row = await sql.one<DraftRow>(`${select} WHERE d.id = $1 AND ${unused}`, [id]);
  return row ? opened(keys, row) : null;
}

/** Somebody's drafts, the newest begun first. */
export async function draftsOf(
  sql: Sql,
  keys: KeyRing,
  { accountId, before, limit }: { accountId: string; before: string | null; limit: number },
): Promise<Draft[]> {
  const rows = await sql.query<DraftRow>(
    `${select} WHERE d.account_id = $1 AND ($2::uuid IS NULL OR d.id < $2) AND ${unused} ORDER BY d.id DESC LIMIT $3`,
    [accountId, before, limit],
  );
  return rows.map((row) => opened(keys, row));
}

export async function addDraft(sql: Sql, keys: KeyRing, draft: Omit<Draft, 'version'>): Promise<void> {
  const { sealed, wrappedKey } = keys.seal(JSON.stringify(draft.values));
  await sql.query(
    `INSERT INTO intake.draft (id, account_id, version, call_id, sealed, wrapped_key, changed_at) VALUES ($1, $2, 1, $3, $4, $5, $6)`,
    [draft.id, draft.accountId, draft.callId, asBytea(sealed), asBytea(wrappedKey), draft.changedAt],
  );
}

/** Saves it if it still is the version that was read and this person's. Answers whether it was. */
export async function saveDraft(sql: Sql, keys: KeyRing, draft: Omit<Draft, 'callId'>): Promise<boolean> {
  const { sealed, wrappedKey } = keys.seal(JSON.stringify(draft.values));
  const saved = await sql.count(
    `UPDATE intake.draft d SET version = version + 1, sealed = $4, wrapped_key = $5, changed_at = $6
     WHERE d.id = $1 AND d.account_id = $2 AND d.version = $3 AND ${unused}`,
    [draft.id, draft.accountId, draft.version, asBytea(sealed), asBytea(wrappedKey), draft.changedAt],
  );
  return saved > 0;
}

/** Somebody else goes on with it; who had it before saves nothing more. Answers whether it still is a draft. */
export async function handOverDraft(sql: Sql, id: string, accountId: string): Promise<boolean> {
  const moved = await sql.count(
    `UPDATE intake.draft d SET account_id = $2, version = CASE WHEN account_id = $2 THEN version ELSE version + 1 END
     WHERE d.id = $1 AND ${unused}`,
    [id, accountId],
  );
  return moved > 0;
}

/** The ticket that a draft has become, if it has. */
export const ticketOfDraft = async (sql: Sql, id: string): Promise<string | null> =>
  (
    await sql.one<{ id: string }>(
      `SELECT reference AS id FROM ticket.ticket_key WHERE kind = 'idempotency' AND value = $1`,
      [usedKey(id)],
    )
  )?.id ?? null;

export const dropDraft = (sql: Sql, id: string, accountId: string): Promise<number> =>
  sql.count(`DELETE FROM intake.draft WHERE id = $1 AND account_id = $2`, [id, accountId]);

/** Those that have become tickets. */
export async function dropRegisteredDrafts(sql: Sql): Promise<void> {
  await sql.count(
    `DELETE FROM intake.draft d USING ticket.ticket_key k WHERE k.kind = 'idempotency' AND k.value = 'draft/' || d.id`,
  );
}

export const draftCount = async (sql: Sql, accountId: string): Promise<number> =>
  Number(
    (await sql.one<{ n: string }>(`SELECT count(*) AS n FROM intake.draft WHERE account_id = $1`, [accountId]))?.n,
  );
