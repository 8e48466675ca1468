import type { Survey } from '#ticket/survey';
import type { KeyRing } from './key-ring';
import { randomBytes } from './random-bytes';
import type { Sql } from './sql';

/** A round of a ticket about which its citizen is asked. */
export interface AskedRound {
  readonly ticketId: string;
  readonly round: number;
}

export interface StoredSurvey extends Survey {
  [column: string]: unknown;
  readonly ticketId: string;
}

/** Of a token, in bytes: 128 bits (docs/adr/0016-limits-and-codes.md). */
const tokenBytes = 16;

/**
 * What stands in the link. It is kept nowhere: whoever sends the link again makes the same of the row's salt, which
 * takes a key that is not in the database.
 */
const tokenOf = (keys: KeyRing, salt: Buffer): string =>
  keys
    .digest('survey', `token ${salt.toString('base64')}`)
    .subarray(0, tokenBytes)
    .toString('base64url');

const hashOf = (keys: KeyRing, token: string): Buffer => keys.digest('survey', `hash ${token}`);

const keyOf = ({ ticketId, round }: AskedRound): string => `${ticketId}/${round}`;

/** The tokens of these rounds, by ticket and round; of a round that was not asked about before, one is made. */
export async function surveyTokens(
  sql: Sql,
  keys: KeyRing,
  asked: readonly AskedRound[],
  at: Date,
): Promise<(round: AskedRound) => string | undefined> {
  const salts = asked.map(() => randomBytes(tokenBytes));
  const rounds = [asked.map(({ ticketId }) => ticketId), asked.map(({ round }) => round)];
  await sql.query(
    `INSERT INTO ticket.survey (token_hash, ticket_id, round, salt, made_at)
     SELECT hash, ticket_id, round, salt, $5 FROM unnest($1::bytea[], $2::uuid[], $3::int[], $4::bytea[])
       AS q(hash, ticket_id, round, salt) ORDER BY ticket_id, round ON CONFLICT (ticket_id, round) DO NOTHING`,
    [salts.map((salt) => hashOf(keys, tokenOf(keys, salt))), ...rounds, salts, at],
  );
  const rows = await sql.query<AskedRound & { salt: Buffer } & Record<string, unknown>>(
    `SELECT s.ticket_id AS "ticketId", s.round, s.salt FROM unnest($1::uuid[], $2::int[]) q(ticket_id, round)
     JOIN ticket.survey s ON s.ticket_id = q.ticket_id AND s.round = q.round`,
    rounds,
  );
  const tokens = new Map(rows.map((row) => [keyOf(row), tokenOf(keys, row.salt)]));
  return (round) => tokens.get(keyOf(round));
}

/** The survey to which a token belongs. */
export const surveyOf = (sql: Sql, keys: KeyRing, token: string): Promise<StoredSurvey | undefined> =>
  sql.one<StoredSurvey>(
    `SELECT ticket_id AS "ticketId", round, made_at AS "madeAt", answered_at AS "answeredAt"
     FROM ticket.survey WHERE token_hash = $1`,
    [hashOf(keys, token)],
  );

/** The caller's transaction holds the ticket's lock, so nobody else answers the same survey meanwhile. */
export async function markAnswered(sql: Sql, { ticketId, round }: AskedRound, at: Date): Promise<void> {
  await sql.query(`UPDATE ticket.survey SET answered_at = $3 WHERE ticket_id = $1 AND round = $2`, [
    ticketId,
    round,
    at,
  ]);
}

/** Its links lead nowhere any more. */
export async function eraseSurveys(sql: Sql, ticketId: string): Promise<void> {
  await sql.query(`DELETE FROM ticket.survey WHERE ticket_id = $1`, [ticketId]);
}

export const forgetSurveys = `DELETE FROM ticket.survey WHERE made_at < $1`;
