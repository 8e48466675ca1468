import { shownSupervisionStates } from '#ticket/supervision';
import { seesAll, type Caller } from './caller';

/**
 * What a caller may see, decided here and nowhere else: lists, counts, searches, pages, the desk, reports and live events
 * all ask one of these. The departments whose tickets it is; null for everything.
 */
export const scopeOf = (caller: Caller): readonly string[] | null => (seesAll(caller) ? null : caller.departmentIds);

/**
 * Tickets the caller may see, as an SQL condition on `ticket.ticket t`: those in which the own department or one below
 * it has a part.
 * @param bounds what is known of those tickets' ids, said of any column that holds them: the database does not conclude it
 */
export const inScope = (caller: Caller, values: unknown[], bounds: (column: string) => string = () => ''): string =>
  within(
    caller,
    values,
    (place) =>
      `EXISTS (SELECT 1 FROM ticket.assignment s WHERE s.ticket_id = t.id AND s.department_id = ANY(${place})${bounds('s.ticket_id')})`,
  );

/**
 * The first tickets of a list by time that the caller may see, as a SELECT of their `ticket_id` in its order: read from the
 * departments' own parts, however few of all tickets those are. Null where that is every ticket.
 * @param behind what is known of their ids, said of the column that holds them
 */
export function firstInScope(
  caller: Caller,
  values: unknown[],
  { behind, descending, limit }: { behind: (column: string) => string; descending: boolean; limit: number },
): string | null {
  const departmentIds = scopeOf(caller);
  if (departmentIds === null) return null;
  const inOrder = (column: string) => `ORDER BY ${column} ${descending ? 'DESC' : 'ASC'} LIMIT ${limit}`;
  return `SELECT DISTINCT p.ticket_id FROM unnest($${values.push(departmentIds)}::uuid[]) o(id) CROSS JOIN LATERAL (
    SELECT s.ticket_id FROM ticket.assignment s WHERE s.department_id = o.id${behind('s.ticket_id')} ${inOrder('s.ticket_id')}
  ) p ${inOrder('p.ticket_id')}`;
}

/** The departments' own parts of tickets, as a condition on `ticket.assignment a`. */
export const partsInScope = (caller: Caller, values: unknown[]): string =>
  within(caller, values, (place) => `a.department_id = ANY(${place})`);

/** Whose tickets are counted: a department's figures are of those it leads, not of those it helps with (domain.md §6). */
export const countedFor = (caller: Caller, values: unknown[]): string =>
  within(caller, values, (place) => `t.lead_department_id = ANY(${place})`);

/** The same of what is counted under standings `s`; null for everything. */
export const countedUnder = (caller: Caller, values: unknown[]): string | null =>
  scopeOf(caller) && within(caller, values, (place) => `s.department_id = ANY(${place})`);

/** Returns `r` the caller may see: those that the own department or one below it asked for, whoever has the ticket now. */
export const returnsInScope = (caller: Caller, values: unknown[]): string =>
  within(caller, values, (place) => `r.department_id = ANY(${place})`);

/** Appeals `p` the caller may see: those of the own department or one below it. What others argue is theirs. */
export const appealsInScope = (caller: Caller, values: unknown[]): string =>
  within(caller, values, (place) => `p.department_id = ANY(${place})`);

/** Hot issues `i` the caller may see: those the own department or one below it leads, or has a ticket of. */
export const issuesInScope = (caller: Caller, values: unknown[]): string =>
  within(
    caller,
    values,
    (place) => `(i.lead_department_id = ANY(${place}) OR EXISTS (
      SELECT 1 FROM ticket.issue_member n JOIN ticket.assignment s ON s.ticket_id = n.ticket_id
      WHERE n.issue_id = i.id AND s.department_id = ANY(${place})))`,
  );

/** Members `m` of hot issues whose tickets the caller may see. */
export const membersInScope = (caller: Caller, values: unknown[]): string =>
  within(
    caller,
    values,
    (place) =>
      `EXISTS (SELECT 1 FROM ticket.assignment s WHERE s.ticket_id = m.ticket_id AND s.department_id = ANY(${place}))`,
  );

/** Orders `v` the caller may see: a department those addressed to it or to one below it, once they are signed. */
export const supervisionsInScope = (caller: Caller, values: unknown[]): string =>
  within(caller, values, (place) => `(v.department_id = ANY(${place}) AND v.state IN (${shownStates}))`);

const shownStates = shownSupervisionStates.map((state) => `'${state}'`).join(', ');

/** Whether the caller hears what the whole hotline is told: what to answer, and what becomes a hot issue. */
export const hearsOfHotline = (caller: Caller): boolean => scopeOf(caller) === null;

function within(caller: Caller, values: unknown[], condition: (place: string) => string): string {
  const departmentIds = scopeOf(caller);
  return departmentIds === null ? 'true' : condition(`$${values.push(departmentIds)}::uuid[]`);
}

/** Of tickets that changed, those the caller may hear of. `parts` says which departments have a part in which. */
export function heardBy(
  caller: Caller,
  ticketIds: readonly string[],
  parts: readonly { ticketId: string; departmentId: string }[],
): readonly string[] {
  const departmentIds = scopeOf(caller);
  if (departmentIds === null) return ticketIds;
  const own = new Set(departmentIds);
  return [...new Set(parts.filter(({ departmentId }) => own.has(departmentId)).map(({ ticketId }) => ticketId))];
}
