import type { Rating } from '#ticket/rating';
import type { CallbackOutcome } from '#ticket/callback-outcome';
import type { Sql } from './sql';
import { uuidInMonthOf } from './uuid-v7';

/** Keeps a rating as a row of its own: all rounds stay. */
export async function addRating(
  sql: Sql,
  ticketId: string,
  given: { id: string; rating: Rating; comment?: string; round: number; merged: boolean; by: string; at: Date },
): Promise<void> {
  const { rating } = given;
  await sql.about(ticketId).query(
    `INSERT INTO ticket.rating (ticket_id, id, round, source, contacted, solved, satisfaction, comment, merged, by_account, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ticketId,
      given.id,
      given.round,
      rating.source,
      rating.contacted,
      rating.solved,
      JSON.stringify(rating.satisfaction),
      given.comment ?? null,
      given.merged,
      given.by,
      given.at,
    ],
  );
}

/** What was judged of the bad ratings of a round. */
export async function judgeRatings(sql: Sql, ticketId: string, round: number, reasonable: boolean): Promise<void> {
  await sql
    .about(ticketId)
    .query(
      `UPDATE ticket.rating SET judged_reasonable = $3 WHERE ticket_id = $1 AND round = $2 AND judged_reasonable IS NULL`,
      [ticketId, round, reasonable],
    );
}

export async function addAttempt(
  sql: Sql,
  ticketId: string,
  made: { round: number; outcome: CallbackOutcome; appointmentAt?: Date; by: string; at: Date },
): Promise<void> {
  await sql.about(ticketId).query(
    `INSERT INTO ticket.callback_attempt (ticket_id, id, round, outcome, appointment_at, by_account, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [ticketId, uuidInMonthOf(ticketId), made.round, made.outcome, made.appointmentAt ?? null, made.by, made.at],
  );
}
