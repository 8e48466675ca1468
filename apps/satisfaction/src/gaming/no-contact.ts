import { findBy, ofDepartment, percent, type Find } from './found-sign';

/** Who had to speak with the citizen first has had a clock for it; a protected citizen is spoken with by the hotline. */
const text = `WITH due AS (
  SELECT t.id AS ticket_id, t.closed_at, a.department_id, a.contacted_at IS NULL AS unspoken
  FROM ticket.ticket t JOIN ticket.assignment a ON a.ticket_id = t.id AND a.id = t.lead_id
  WHERE t.closed_at > $1 AND t.closed_at <= $2 AND t.state = 'closed' AND NOT t.imported AND NOT t.confidential
    AND a.state = 'answered' AND EXISTS (SELECT 1 FROM ticket.clock k
      WHERE k.ticket_id = t.id AND k.kind = 'contact' AND k.assignment_id = a.id)),
ended AS (SELECT department_id, count(*)::int AS closed FROM due GROUP BY department_id)
SELECT ${ofDepartment('r.department_id', 'r.closed_at')}, e.closed
FROM due r JOIN ended e USING (department_id) WHERE r.unspoken
GROUP BY r.department_id, e.closed HAVING count(*) >= $3 AND 100.0 * count(*) / e.closed >= $4`;

export const noContact: Find = (sql, looked) =>
  findBy<{ closed: number }>(sql, looked, {
    text,
    further: [looked.limitValue],
    why: ({ ticketIds: { length }, closed }) =>
      `应先行联系的办结件${closed}件，其中${length}件没有联系记录，占${percent(length, closed)}`,
  });
