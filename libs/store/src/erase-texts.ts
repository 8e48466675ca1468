import { erasedText } from '#ticket/erased';
import { eraseAttachments } from './attachment-rows';
import { citizensNamedBy } from './erasure-rows';
import { eraseMessages } from './message-erasing';
import type { Sql } from './sql';
import { eraseSurveys } from './survey-rows';
import { forgetHouseholdOf } from './visit-rows';

/**
 * The free text beside a ticket: what its history, ratings, appeals, returns, copies and orders say in people's own words, and its files. The history keeps
 * the digests of all, so that its chain holds. The caller's transaction holds the ticket's lock and erases the ticket itself.
 */
export async function eraseTexts(sql: Sql, id: string): Promise<void> {
  const at = sql.about(id);
  await at.query(`UPDATE ticket.history SET text = NULL WHERE ticket_id = $1 AND text IS NOT NULL`, [id]);
  await at.query(`UPDATE ticket.rating SET comment = NULL WHERE ticket_id = $1 AND comment IS NOT NULL`, [id]);
  await at.query(`UPDATE ticket.return_request SET basis = NULL WHERE ticket_id = $1 AND basis IS NOT NULL`, [id]);
  await at.query(`UPDATE ticket.extension SET reason = NULL, basis = NULL, note = NULL WHERE ticket_id = $1`, [id]);
  await at.query(`UPDATE ticket.hold SET plan = NULL, responsible = NULL, note = NULL WHERE ticket_id = $1`, [id]);
  await at.query(`UPDATE ticket.appeal SET reason = NULL, note = NULL WHERE ticket_id = $1`, [id]);
  await at.query(`UPDATE ticket.sign_off SET asked = NULL, note = NULL WHERE ticket_id = $1`, [id]);
  await at.query(
    `UPDATE ticket.third_party_copy SET recipient = '', purpose = '', printed = printed || $2 WHERE ticket_id = $1`,
    [id, JSON.stringify({ title: erasedText, content: '', place: null, reply: null })],
  );
  await at.query(
    `UPDATE ticket.supervision SET requirement = NULL, copy_to = '{}', instruction = NULL, answer = NULL, note = NULL,
       printed = printed || $2 || jsonb_build_object('ticket', printed -> 'ticket' || $3) WHERE ticket_id = $1`,
    [
      id,
      JSON.stringify({ requirement: erasedText, instruction: null, copyTo: [] }),
      JSON.stringify({ title: erasedText }),
    ],
  );
  await eraseMessages(sql, id);
  await eraseSurveys(sql, id);
  await eraseAttachments(at, id);
  await forgetHouseholdOf(at, id);
  // Also whom it named before a name was corrected or a number changed: each is a row with a key of its own (ADR 0008).
  await sql.query(`INSERT INTO ticket.leaving_citizen ${citizensNamedBy('$1')} ON CONFLICT DO NOTHING`, [id]);
}

const batch = 500;

/**
 * Deletes the citizens whom no ticket names any more, with their keys. Registrations wait for that moment: one of the
 * same caller would else count on a row that goes. Answers how many went.
 */
export async function deleteLeavingCitizens(sql: Sql): Promise<number> {
  await sql.query(`LOCK TABLE ticket.citizen IN SHARE ROW EXCLUSIVE MODE`);
  const gone = await sql.count(
    `WITH leaving AS (DELETE FROM ticket.leaving_citizen WHERE citizen_id IN (
       SELECT citizen_id FROM ticket.leaving_citizen LIMIT ${batch}) RETURNING citizen_id)
     DELETE FROM ticket.citizen c USING leaving l WHERE c.id = l.citizen_id
       AND NOT EXISTS (SELECT 1 FROM ticket.ticket t WHERE t.citizen_id = c.id)`,
  );
  return gone;
}

/** Whether citizens are still to be deleted. */
export const hasLeavingCitizens = async (sql: Sql): Promise<boolean> =>
  Boolean(await sql.one(`SELECT 1 FROM ticket.leaving_citizen LIMIT 1`, []));
