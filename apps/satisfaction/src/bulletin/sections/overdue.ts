import type { PaperCells } from '#documents/paper';
import { supervisionLevels, type SupervisionLevel } from '#ticket/supervision';
import { answeringClock } from '#store/part-timeliness';
import { column, table, type SectionMaker } from '../bulletin-section';
import { overdueFacts } from './facts-of';

/** More would be read by nobody; the report has them all. */
const most = 100;

interface Overdue {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly number: string;
  readonly departmentId: string;
  readonly dispatched: string;
  readonly due: string;
  readonly days: number;
  readonly level: SupervisionLevel | null;
}

/** The first lead's part `a` of a ticket `t`, as the on-time rate counts it. */
const firstLead = `JOIN LATERAL (SELECT p.* FROM ticket.assignment p WHERE p.ticket_id = t.id AND p.role = 'lead' AND p.round = 1
    AND p.state NOT IN ('returned', 'cancelled') ORDER BY p.dispatched_at DESC LIMIT 1) a ON true`;

const minute = (at: string): string => `to_char(${at} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`;

/** 五、逾期: what was done too late, or is not done yet, the longest overdue first. */
export const overdue: SectionMaker = async ({ period, sql, directory, asOf }) => {
  const found = await sql.query<Overdue>(
    `SELECT t.id, t.number, a.department_id AS "departmentId", ${minute('a.dispatched_at')} AS dispatched,
       ${minute('k.due_at')} AS due, ceil(extract(epoch FROM coalesce(k.met_at, $3) - k.due_at) / 86400)::int AS days,
       (SELECT s.level FROM ticket.supervision s WHERE s.ticket_id = t.id AND s.signed_at IS NOT NULL
        ORDER BY s.signed_at DESC LIMIT 1) AS level
     FROM ticket.ticket t ${firstLead} ${answeringClock} WHERE t.id IN (SELECT f.ticket_id ${overdueFacts} GROUP BY f.ticket_id HAVING sum(f.delta) > 0)
     ORDER BY days DESC, t.id LIMIT ${most}`,
    [period.from, period.to, asOf],
  );
  const rows = found.map(({ id, number, departmentId, dispatched, due, days, level }): PaperCells => ({
    ...{ $ticket: id, number, dispatched, due, days, reason: '' },
    department: directory.departmentName(departmentId, asOf),
    level: level ? supervisionLevels[level].label : '—',
  }));
  return {
    title: '逾期工单',
    note: `逾期最久的${most}件以内；到期日在本期的才列入。`,
    table: table(
      [
        column('number', '工单号', 'label'),
        column('title', '摘要', 'label'),
        column('department', '单位', 'label'),
        column('dispatched', '派单', 'label'),
        column('due', '到期', 'label'),
        column('days', '逾期天数', 'label'),
        column('reason', '原因', 'label'),
        column('level', '督办级别', 'label'),
      ],
      rows,
    ),
  };
};
