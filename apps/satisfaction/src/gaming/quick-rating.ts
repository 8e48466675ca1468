import { messageKindNames, messageKindRow } from '#ticket/message-kind';
import { findBy, ofDepartment, type Find } from './found-sign';
import { answered } from './ratings-looked-at';

/** What may carry a link to a survey. */
const withLink = messageKindNames
  .filter((kind) => messageKindRow(kind).may.includes('评价网址'))
  .map((kind) => `'${kind}'`)
  .join(', ');

/** From the last message before the rating: an earlier one would make it look slower than it was. */
const text = `WITH ${answered}, quick AS (
  SELECT r.*, extract(epoch FROM r.at - m.sent_at) AS seconds FROM answered r CROSS JOIN LATERAL (
    SELECT max(m.sent_at) AS sent_at FROM ticket.message m
    WHERE m.ticket_id = r.ticket_id AND m.kind IN (${withLink}) AND m.sent_at <= r.at) m
  WHERE r.source = 'citizen-link')
SELECT ${ofDepartment('r.department_id', 'r.at')}, round(min(r.seconds))::int AS fastest,
  count(*) FILTER (WHERE r.satisfied)::int AS satisfied
FROM quick r WHERE r.seconds <= $4 GROUP BY r.department_id HAVING count(*) >= $3`;

export const quickRating: Find = (sql, looked) =>
  findBy<{ fastest: number; satisfied: number }>(sql, looked, {
    text,
    further: [looked.limitValue],
    why: ({ ticketIds, fastest, satisfied }) =>
      `${ticketIds.length}件在评价链接发出后${looked.limitValue}秒内评价，最快${fastest}秒，其中满意${satisfied}件`,
  });
