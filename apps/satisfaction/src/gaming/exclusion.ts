import { findBy, ofDepartment, percent, type Find } from './found-sign';

interface Figures {
  void: number;
  excluded: number;
  withdrawn: number;
  ended: number;
}

/** By what a ticket that a department had is in none of its figures any more, or not in what citizens say of it. */
const isExcluded = `(r.state IN ('void', 'withdrawn') OR r.excluded)`;

const text = `WITH ended AS (
  SELECT t.id AS ticket_id, t.closed_at, t.state, t.excluded, t.lead_department_id AS department_id FROM ticket.ticket t
  WHERE t.closed_at > $1 AND t.closed_at <= $2 AND t.state IN ('closed', 'void', 'withdrawn')
    AND t.lead_department_id IS NOT NULL AND NOT t.imported),
all_of AS (SELECT department_id, count(*)::int AS ended FROM ended GROUP BY department_id)
SELECT ${ofDepartment('r.department_id', 'r.closed_at')}, o.ended,
  count(*) FILTER (WHERE r.excluded)::int AS excluded, count(*) FILTER (WHERE r.state = 'void')::int AS void, count(*) FILTER (WHERE r.state = 'withdrawn')::int AS withdrawn
FROM ended r JOIN all_of o USING (department_id) WHERE ${isExcluded}
GROUP BY r.department_id, o.ended HAVING count(*) >= $3 AND 100.0 * count(*) / o.ended >= $4`;

export const exclusion: Find = (sql, looked) =>
  findBy<Figures>(sql, looked, {
    text,
    further: [looked.limitValue],
    why: ({ ticketIds: { length }, ended, ...of }) =>
      `结束${ended}件，其中申诉剔除${of.excluded}件、作废${of.void}件、撤单${of.withdrawn}件，占${percent(length, ended)}`,
  });
