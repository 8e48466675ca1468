import { findBy, type Find } from './found-sign';
import { rated } from './ratings-looked-at';

interface Figures {
  satisfied: number;
  departments: number;
}

/** By the keyed digest that search knows a number by, digested once more: no number is read. */
const text = `WITH ${rated}
SELECT encode(sha256(n.phone_hash), 'hex') AS subject, NULL::uuid AS "accountId", array_agg(r.ticket_id) AS "ticketIds",
  CASE WHEN count(DISTINCT r.lead_department_id) = 1 THEN min(r.lead_department_id::text)::uuid END AS "departmentId",
  min(r.at) AS "firstAt", max(r.at) AS "lastAt",
  count(*) FILTER (WHERE r.satisfied)::int AS satisfied, count(DISTINCT r.lead_department_id)::int AS departments
FROM rated r JOIN ticket.citizen n ON n.id = r.citizen_id
WHERE n.phone_hash IS NOT NULL
GROUP BY n.phone_hash HAVING count(*) >= $3`;

export const sameNumber: Find = (sql, looked) =>
  findBy<Figures>(sql, looked, {
    text,
    why: ({ ticketIds, satisfied, departments }) =>
      `同一号码评价了${ticketIds.length}件工单，其中满意${satisfied}件，涉及${departments}个主办单位`,
  });
