import { callAfter, callStateOf, unknownCall, type CallEvent, type CallFacts, type CallState } from '#ticket/call';
import { asBytea, phoneHash } from '#store/citizen';
import type { KeyRing } from '#store/key-ring';
import type { Sql } from '#store/sql';
import { isUuid } from '#store/uuid-v7';

/** A call, and what agents do with it. `callId` is the call platform's. */
export interface Call extends Omit<CallFacts, 'phone'> {
  readonly id: string;
  readonly callId: string;
  readonly state: CallState;
  readonly firstAt: Date;
  readonly phoneHash: Buffer | null;
  readonly sealed: Buffer | null;
  readonly wrappedKey: Buffer | null;
  readonly ratingGivenAt: Date | null;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly heartbeatAt: Date | null;
  readonly draftId: string | null;
  readonly callBacks: number;
  readonly doneAt: Date | null;
}

type CallRow = Call & Record<string, unknown>;

/** The name by a query of its own: a joined row would be the one before whoever held the lock had written. */
export const callSelect = `
SELECT c.id, c.call_id AS "callId", c.state, c.first_at AS "firstAt", c.rang_at AS "rangAt", c.answered_at AS "answeredAt",
  c.ended_at AS "endedAt", c.missed_at AS "missedAt", c.extension, c.extension_at AS "extensionAt",
  c.phone_hash AS "phoneHash", c.sealed, c.wrapped_key AS "wrappedKey", c.recording_url AS "recordingUrl", c.rating,
  c.rated_at AS "ratedAt", c.rating_given_at AS "ratingGivenAt", c.account_id AS "accountId",
  (SELECT a.name FROM ticket.account a WHERE a.id = c.account_id) AS "accountName",
  c.heartbeat_at AS "heartbeatAt", c.draft_id AS "draftId", c.call_backs AS "callBacks", c.done_at AS "doneAt"
FROM intake.call c`;

export const phoneOfCall = (keys: KeyRing, { sealed, wrappedKey }: Pick<Call, 'sealed' | 'wrappedKey'>) =>
  sealed && wrappedKey ? keys.open(sealed, wrappedKey) : null;

export const callById = async (sql: Sql, id: string): Promise<Call | undefined> =>
  isUuid(id) ? sql.one<CallRow>(`${callSelect} WHERE c.id = $1`, [id]) : undefined;

/** By the call platform's name for it. */
export const callByCallId = (sql: Sql, callId: string): Promise<Call | undefined> =>
  sql.one<CallRow>(`${callSelect} WHERE c.call_id = $1`, [callId]);

/** The call with its row locked, until the transaction ends. */
export const lockCall = async (sql: Sql, id: string): Promise<Call | undefined> =>
  isUuid(id) ? sql.one<CallRow>(`${callSelect} WHERE c.id = $1 FOR UPDATE OF c`, [id]) : undefined;

/** The open missed calls of the same number, this one among them; locked in the order in which they came. */
export const lockMissedAlike = (sql: Sql, { id, phoneHash: hash }: Call): Promise<Call[]> =>
  sql.query<CallRow>(
    `${callSelect} WHERE c.done_at IS NULL AND c.state = 'missed' AND (c.id = $1 OR c.phone_hash = $2)
     ORDER BY c.id FOR UPDATE OF c`,
    [id, hash],
  );

/** Adds what an event tells to what is known of its call, which may be nothing. Answers the call as it is then. */
export async function addEvent(
  sql: Sql,
  keys: KeyRing,
  { id, callId, event }: { id: string; callId: string; event: CallEvent },
): Promise<Call> {
  await sql.query(
    `INSERT INTO intake.call (id, call_id, first_at) VALUES ($1, $2, $3) ON CONFLICT (call_id) DO NOTHING`,
    [id, callId, event.at],
  );
  const known = await sql.one<CallRow>(`${callSelect} WHERE c.call_id = $1 FOR UPDATE OF c`, [callId]);
  if (!known) throw new Error(`call ${id} went away under its lock`);
  const phone = phoneOfCall(keys, known);
  const facts = callAfter({ ...unknownCall, ...factsIn(known), phone }, event);
  await writeFacts(sql, known.id, facts, event.at);
  if (facts.phone !== null && facts.phone !== phone) await writePhone(sql, keys, known.id, facts.phone);
  return { ...known, ...facts, state: callStateOf(facts) };
}

const factsIn = (call: Call): Omit<CallFacts, 'phone'> => ({
  rangAt: call.rangAt,
  answeredAt: call.answeredAt,
  endedAt: call.endedAt,
  missedAt: call.missedAt,
  extension: call.extension,
  extensionAt: call.extensionAt,
  recordingUrl: call.recordingUrl,
  rating: call.rating,
  ratedAt: call.ratedAt,
});

async function writeFacts(sql: Sql, id: string, facts: CallFacts, at: Date): Promise<void> {
  await sql.query(
    `UPDATE intake.call SET state = $2, first_at = least(first_at, $3), rang_at = $4, answered_at = $5, ended_at = $6,
       missed_at = $7, extension = $8, extension_at = $9, recording_url = $10, rating = $11, rated_at = $12 WHERE id = $1`,
    [
      id,
      callStateOf(facts),
      at,
      facts.rangAt,
      facts.answeredAt,
      facts.endedAt,
      facts.missedAt,
      facts.extension,
      facts.extensionAt,
      facts.recordingUrl,
      facts.rating,
      facts.ratedAt,
    ],
  );
}

async function writePhone(sql: Sql, keys: KeyRing, id: string, phone: string): Promise<void> {
  const { sealed, wrappedKey } = keys.seal(phone);
  await sql.query(`UPDATE intake.call SET phone_hash = $2, sealed = $3, wrapped_key = $4 WHERE id = $1`, [
    id,
    asBytea(phoneHash(keys, phone)),
    asBytea(sealed),
    asBytea(wrappedKey),
  ]);
}

/** Who was in it is not known any more; that it was remains. */
export async function forgetCall(sql: Sql, callId: string): Promise<void> {
  await sql.query(
    `UPDATE intake.call SET phone_hash = NULL, sealed = NULL, wrapped_key = NULL, recording_url = NULL WHERE call_id = $1`,
    [callId],
  );
}
