/** The clock `k` by which a part `a` is answered, for a statement to join; all null where it has none. */
export const answeringClock = `LEFT JOIN LATERAL (SELECT c.state, c.due_at, c.met_at, c.alert FROM ticket.clock c
    WHERE c.ticket_id = a.ticket_id AND c.assignment_id = a.id AND c.kind IN ('finish', 'rework')
    ORDER BY c.started_at DESC LIMIT 1) k ON true`;

/** That clock is the judge; one that never ran or was taken back counts nothing. */
export const timelinessOfPart = `CASE
  WHEN k.state IS NULL OR k.state = 'cancelled' THEN 'uncounted'
  WHEN k.met_at > k.due_at OR k.alert = 'red' THEN 'late'
  WHEN k.state = 'met' THEN 'in-time' ELSE 'not-due' END`;
