import type { Assignment, Ticket } from '#ticket/ticket';
import { assignmentSelect } from './assignment-columns';
import type { Sql } from './sql';
import { ticketSelect } from './ticket-columns';
import { isUuid } from './uuid-v7';

/** A ticket as it stands, and the hash its history has reached. */
export interface StoredTicket {
  readonly ticket: Ticket;
  readonly head: Buffer;
}

type TicketRow = Omit<Ticket, 'assignments'> & { head: Buffer; assignments: AssignmentJson[] | null };
type AssignmentJson = {
  [Key in keyof Assignment]: Assignment[Key] extends Date | null ? string | null : Assignment[Key];
};

/** A ticket's id, or one of its parts: these departments' own, or anybody's where it says null. */
export type Which = string | { readonly part: string; readonly departmentIds: readonly string[] | null };

const statement = `
SELECT ${ticketSelect}, t.head,
  (SELECT json_agg(part ORDER BY part."dispatchedAt", part.id) FROM (SELECT ${assignmentSelect} FROM ticket.assignment a WHERE a.ticket_id = t.id) part) AS assignments
FROM ticket.ticket t`;

const byPart = `(SELECT a.ticket_id FROM ticket.assignment a WHERE a.id = $1 AND ($2::uuid[] IS NULL OR a.department_id = ANY($2)))`;

export async function readTicket(sql: Sql, which: Which): Promise<StoredTicket | undefined> {
  // A part's id lies in its ticket's month.
  const [id, where, values] =
    typeof which === 'string' ? [which, '$1', [which]] : [which.part, byPart, [which.part, which.departmentIds]];
  if (!isUuid(id)) return undefined;
  const row = await sql.about(id).one<TicketRow>(`${statement} WHERE t.id = ${where}`, values);
  return row && storedTicket(row);
}

/** All tickets with ids from the first one on, before the other, in their order. */
export const readTickets = async (
  sql: Sql,
  { from, before }: { from: string; before: string },
): Promise<StoredTicket[]> =>
  (await sql.query<TicketRow>(`${statement} WHERE t.id >= $1 AND t.id < $2 ORDER BY t.id`, [from, before])).map(
    storedTicket,
  );

/** The row itself becomes the ticket, its head with it: a copy without one of sixty columns takes nine times as long. */
function storedTicket(row: TicketRow): StoredTicket {
  const { head, rating } = row;
  const assignments = (row.assignments ?? []).map(asAssignment);
  const ticket: Ticket = Object.assign(row, { assignments, rating: rating && { ...rating, at: new Date(rating.at) } });
  return { head, ticket };
}

const date = (value: string | null): Date | null => (value === null ? null : new Date(value));

const asAssignment = (part: AssignmentJson): Assignment => ({
  ...(part as unknown as Assignment),
  dispatchedAt: new Date(part.dispatchedAt as unknown as string),
  signedAt: date(part.signedAt),
  contactedAt: date(part.contactedAt),
  submittedAt: date(part.submittedAt),
  answeredAt: date(part.answeredAt),
  endedAt: date(part.endedAt),
});
