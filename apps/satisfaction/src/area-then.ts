/**
 * The area of `ticket.ticket t` as it was at an instant: whose place another has taken since is counted as it was then, so
 * that a report of an earlier time stays as it was.
 * @param values the statement's, onto which the instant is pushed
 */
export const areaThen = (at: Date, values: unknown[]): string =>
  `coalesce((SELECT s.was FROM ticket.succeeded s WHERE s.ticket_id = t.id AND s.kind = 'area' AND s.key = ''
    AND s.at > $${values.push(at)}::timestamptz ORDER BY s.at LIMIT 1), t.area_code)`;
