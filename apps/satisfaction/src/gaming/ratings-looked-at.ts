import { ratingSources, satisfactions } from '#ticket/rating';

const named = (table: Readonly<Record<string, object>>, is: (row: never) => boolean): string =>
  Object.entries(table)
    .flatMap(([name, row]) => (is(row as never) ? [`'${name}'`] : []))
    .join(', ');

const counting = named(ratingSources, ({ counts }: { counts: boolean }) => counts);
const satisfied = named(satisfactions, (row: { satisfied: boolean }) => row.satisfied);

/** Each ticket's last rating of those that count, given after $1 and up to $2: `rated`, and what of it is asked most. */
export const rated = `rated AS MATERIALIZED (
  SELECT DISTINCT ON (g.ticket_id) g.ticket_id, g.round, g.source, g.by_account, g.number_changed, g.at,
    g.satisfaction ->> 'result' IN (${satisfied}) AS satisfied, t.citizen_id, t.lead_department_id
  FROM ticket.rating g JOIN ticket.ticket t ON t.id = g.ticket_id
  WHERE g.at > $1 AND g.at <= $2 AND g.source IN (${counting}) AND NOT g.merged AND NOT t.imported
  ORDER BY g.ticket_id, g.at DESC, g.id DESC)`;

/** The same of dispatched tickets, with the department whose answer was rated: `answered`. */
export const answered = `${rated}, answered AS MATERIALIZED (
  SELECT r.*, a.department_id FROM rated r JOIN ticket.assignment a ON a.ticket_id = r.ticket_id AND a.round = r.round
  WHERE a.role = 'lead' AND a.parent_id IS NULL AND a.state = 'answered')`;
