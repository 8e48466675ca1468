import type { Sql } from './sql';

/** What somebody decided on what a department asked for. */
export interface DecidedRequest<State extends string> {
  readonly ticketId: string;
  readonly id: string;
  readonly state: State;
  readonly by: string;
  readonly at: Date;
  readonly note: string | null;
}

/** The columns of what somebody asked for and nobody has decided on. */
export const undecided = (state: string, { by, at }: { readonly by: string; readonly at: Date }) => ({
  state,
  asked_by: by,
  asked_at: at,
  decided_by: null as string | null,
  decided_at: null as Date | null,
  note: null as string | null,
});

/** Decides a request for more time or for a hold, or an appeal; false when it is not pending any more. */
export async function decideRequest(
  sql: Sql,
  table: 'ticket.extension' | 'ticket.hold' | 'ticket.appeal',
  { ticketId, id, state, by, at, note }: DecidedRequest<string>,
): Promise<boolean> {
  const rows = await sql.about(ticketId).query(
    `UPDATE ${table} SET state = $3, decided_by = $4, decided_at = $5, note = $6
     WHERE ticket_id = $1 AND id = $2 AND state = 'pending' RETURNING id`,
    [ticketId, id, state, by, at, note],
  );
  return rows.length > 0;
}
