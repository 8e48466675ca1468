import type { Database } from '#store/database';

/**
 * Rows of a ticket that anybody could notice, without ids, digests made over them (`said`) and places in a sequence, which
 * differ from run to run. A reminder comes once, with the due time that stands when it is written: where an edit was
 * quicker than the clock, that is the edited one.
 */
const pictures = {
  ticket: `SELECT state, state_since, type, urgency, title, version, round, lead_department_id, arbitrated, judgement_due,
      callback_attempts, rating, nudges, routing_held, missing, registered_at, dispatched_at, handled_at, closed_at,
      close_reason, due_at, promised_at, alert, searched_version = version AS searched,
      merged_into_id IS NOT NULL AS merged
    FROM ticket.ticket WHERE id = $1`,
  parts: `SELECT department_id, role, state, round, dispatched_at, signed_at, contacted_at, submitted_at, answered_at,
      ended_at, due_at, alert FROM ticket.assignment WHERE ticket_id = $1`,
  lines: `SELECT name, actor, at, "from", "to", text, data - '{said,assigned,ended,assignmentId,ratingId,clockId,masterId,intoId,number,generation}'::text[] AS data
    FROM ticket.history WHERE ticket_id = $1`,
  clocks: `SELECT kind, round, state, started_at, due_at, yellow_at, met_at, alert, next_mark_at FROM ticket.clock WHERE ticket_id = $1`,
  rungs: `SELECT kind, rung, CASE WHEN rung <> 'reminder' THEN due_at END AS due_at, fired_at FROM ticket.rung WHERE ticket_id = $1`,
  returns: `SELECT department_id, reason_code, state, asked_at, decided_at FROM ticket.return_request WHERE ticket_id = $1`,
  ratings: `SELECT round, solved, satisfaction, judged_reasonable, at FROM ticket.rating WHERE ticket_id = $1`,
  attempts: `SELECT round, outcome, at FROM ticket.callback_attempt WHERE ticket_id = $1`,
  messages: `SELECT kind, occurrence, seq, at FROM ticket.message WHERE ticket_id = $1`,
  found: `SELECT version, grams, terms FROM intake.search_document WHERE ticket_id = $1`,
  likened: `SELECT term FROM ticket.look_alike_term WHERE ticket_id = $1`,
} as const;

/** A ticket's end state and the multiset of everything that happened to it, comparable between two tickets. */
export async function pictureOf(database: Database, id: string): Promise<Record<string, string[]>> {
  const taken = Object.entries(pictures).map(async ([what, statement]) => {
    const rows = await database.sql.query<Record<string, unknown>>(statement, [id]);
    // One line a value, so that a difference is seen.
    return [what, rows.map((row) => JSON.stringify(row, null, 1)).sort()] as const;
  });
  return Object.fromEntries(await Promise.all(taken));
}
