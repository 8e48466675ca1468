import { dimensions, type Dimension } from './dimensions';

/** Which of what moves says what a ticket's key was before; `was` of the first that moved it since. */
const movedBy: Partial<Record<Dimension, string>> = {
  department: `s.kind = 'part' AND s.key = t.lead_id::text`,
  area: `s.kind = 'area' AND s.key = ''`,
};

/**
 * The key of `ticket.ticket t` as it was at an instant: whose place others have taken since is counted as it was then, so
 * that a report of an earlier time stays as it was. A key that no reorganisation moves is what it is.
 * @param values the statement's, onto which the instant is pushed where it is needed
 */
export function keyThen(by: Dimension, at: Date, values: unknown[]): string {
  const { key } = dimensions[by];
  const moved = movedBy[by];
  if (!moved) return key;
  return `coalesce((SELECT s.was FROM ticket.succeeded s WHERE s.ticket_id = t.id AND ${moved} AND s.at > $${values.push(at)}::timestamptz
    ORDER BY s.at LIMIT 1), ${key})`;
}
