import { findBy, ofDepartment, percent, type Find } from './found-sign';

interface Figures {
  void: number;
  withdrawn: number;
  ended: number;
}

/** The ends by which a ticket that a department had is in none of its figures any more. */
const excluding = `('void', 'withdrawn')`;

const text = `WITH ended AS (
  SELECT t.id AS ticket_id, t.closed_at, t.state, t.lead_department_id AS department_id FROM ticket.ticket t
  WHERE t.closed_at > $1 AND t.closed_at <= $2 AND t.state IN ('closed', 'void', 'withdrawn')
    AND t.lead_department_id IS NOT NULL AND NOT t.imported),
all_of AS (SELECT department_id, count(*)::int AS ended FROM ended GROUP BY department_id)
SELECT ${ofDepartment('r.department_id', 'r.closed_at')}, o.ended,
  count(*) FILTER (WHERE r.state = 'void')::int AS void, count(*) FILTER (WHERE r.state = 'withdrawn')::int AS withdrawn
FROM ended r JOIN all_of o USING (department_id) WHERE r.state IN ${excluding}
GROUP BY r.department_id, o.ended HAVING count(*) >= $3 AND 100.0 * count(*) / o.ended >= $4`;

export const exclusion: Find = (sql, looked) =>
  findBy<Figures>(sql, looked, {
    text,
    further: [looked.limitValue],
    why: ({ ticketIds: { length }, ended, ...of }) =>
      `结束${ended}件，其中作废${of.void}件、撤单${of.withdrawn}件，占${percent(length, ended)}`,
  });
