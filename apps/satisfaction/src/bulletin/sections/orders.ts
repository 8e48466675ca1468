import type { PaperCells } from '#documents/paper';
import { supervisionCauses, type SupervisionCause } from '#ticket/supervision';
import { firstIdAt } from '#store/uuid-v7';
import { period as instantsOf } from '../../period';
import { column, table, type SectionMaker } from '../bulletin-section';

interface Ordered {
  readonly [column: string]: unknown;
  readonly cause: SupervisionCause | 'upstream';
  readonly given: number;
  readonly inTime: number;
  readonly late: number;
  readonly closed: number;
}

/** Orders by why they were given, and what a superior sent down, in the period's days. */
const statement = `
SELECT s.cause, count(*)::int AS given,
  count(*) FILTER (WHERE s.answered_at <= k.due_at AND s.state IN ('answered', 'closed'))::int AS "inTime",
  count(*) FILTER (WHERE s.state NOT IN ('lapsed', 'discarded')
    AND CASE WHEN s.state = 'signed' THEN $3 ELSE s.answered_at END > k.due_at)::int AS late,
  count(*) FILTER (WHERE s.state = 'closed')::int AS closed
FROM ticket.supervision s
LEFT JOIN LATERAL (SELECT max(c.due_at) AS due_at FROM ticket.clock c
  WHERE c.ticket_id = s.ticket_id AND c.kind = 'supervision' AND c.key = 'supervision:' || s.id) k ON true
WHERE s.signed_at >= $1 AND s.signed_at < $2 GROUP BY 1
UNION ALL
SELECT 'upstream', count(*)::int, count(*) FILTER (WHERE t.handled_at <= t.upstream_due_at)::int,
  count(*) FILTER (WHERE coalesce(t.handled_at, $3) > t.upstream_due_at
    AND t.state NOT IN ('withdrawn', 'returned-up'))::int, count(*) FILTER (WHERE t.state = 'closed')::int
FROM ticket.ticket t WHERE t.upstream_system IS NOT NULL AND t.id >= $4 AND t.id < $5
  AND NOT t.imported AND t.state NOT IN ('void', 'merged') HAVING count(*) > 0`;

/** 九、批示、督办、上级件. */
export const orders: SectionMaker = async ({ period, sql, asOf }) => {
  const [begins, ends] = instantsOf(period);
  const found = await sql.query<Ordered>(statement, [begins, ends, asOf, firstIdAt(begins), firstIdAt(ends)]);
  const rows = found.map(({ cause, ...counts }): PaperCells => ({
    name: cause === 'upstream' ? '上级交办件' : supervisionCauses[cause].label,
    ...counts,
  }));
  return {
    title: '批示、督办和上级件',
    note: '督办按签发时间，上级件按受理时间；以当前办理情况为准。',
    table: table(
      [
        column('name', '来源', 'label'),
        column('given', '件数'),
        column('inTime', '按期反馈'),
        column('late', '逾期'),
        column('closed', '销号'),
      ],
      rows,
    ),
  };
};
