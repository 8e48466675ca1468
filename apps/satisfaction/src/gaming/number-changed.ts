import { findBy, ofDepartment, type Find } from './found-sign';
import { answered } from './ratings-looked-at';

const text = `WITH ${answered}
SELECT ${ofDepartment('r.department_id', 'r.at')}, count(*) FILTER (WHERE r.satisfied)::int AS satisfied
FROM answered r WHERE r.number_changed GROUP BY r.department_id HAVING count(*) >= $3`;

export const numberChanged: Find = (sql, looked) =>
  findBy<{ satisfied: number }>(sql, looked, {
    text,
    why: ({ ticketIds, satisfied }) => `${ticketIds.length}件工单改过联系号码后才评价，其中满意${satisfied}件`,
  });
