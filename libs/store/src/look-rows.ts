import type { LookKind } from '#ticket/look-kind';
import type { Sql } from './sql';
import { firstIdAt, uuidV7 } from './uuid-v7';

/** A look, written with the line of history that tells it. */
export const lookRow = (ticketId: string, look: { accountId: string; kind: LookKind; at: Date }) => ({
  id: uuidV7(look.at),
  ticket_id: ticketId,
  account_id: look.accountId,
  kind: look.kind,
  at: look.at,
});

/** Many looks of one person at once, beside no history. */
export async function writeLooks(
  sql: Sql,
  ticketIds: readonly string[],
  look: { accountId: string; kind: LookKind; at: Date },
): Promise<void> {
  if (ticketIds.length === 0) return;
  const rows = ticketIds.map((id) => lookRow(id, look));
  await sql.query(
    `INSERT INTO ticket.look (id, ticket_id, account_id, kind, at)
     SELECT id, ticket_id, account_id, kind, at FROM json_populate_recordset(null::ticket.look, $1)`,
    [JSON.stringify(rows)],
  );
}

/**
 * Raises an alert for whoever looked that often within the hour before `at`: at most one for each person, kind and hour
 * of the clock. It says the most looks of any such hour, and is open again when more come after somebody settled it.
 */
export async function raiseLookAlerts(
  sql: Sql,
  { kind, allowedPerHour, at, accountId }: { kind: LookKind; allowedPerHour: number; at: Date; accountId: string },
): Promise<void> {
  await sql.query(
    `INSERT INTO ticket.look_alert AS known (id, account_id, kind, hour, looks, at)
     SELECT gen_random_uuid(), account_id, $1, date_trunc('hour', $2::timestamptz), count(*), $2 FROM ticket.look
     WHERE kind = $1 AND at > $2::timestamptz - interval '1 hour' AND at <= $2 AND id >= $3
       AND account_id = $4
     GROUP BY account_id HAVING count(*) > $5
     ON CONFLICT (account_id, kind, hour) DO UPDATE SET looks = greatest(known.looks, EXCLUDED.looks),
       at = CASE WHEN known.settled_at IS NULL THEN known.at ELSE EXCLUDED.at END,
       settled_at = NULL, settled_by = NULL, note = NULL`,
    [kind, at, firstIdAt(new Date(at.getTime() - 3_600_000)), accountId, allowedPerHour],
  );
}

/** Somebody says what came of an alert. Answers whether it was open. */
export async function settleLookAlert(
  sql: Sql,
  settled: { id: string; by: string; note: string; at: Date },
): Promise<boolean> {
  const { id, by, note, at } = settled;
  const changed = await sql.count(
    `UPDATE ticket.look_alert SET settled_at = $2, settled_by = $3, note = $4 WHERE id = $1 AND settled_at IS NULL`,
    [id, at, by, note],
  );
  return changed > 0;
}
