import type { PaperCells } from '#documents/paper';
import type { Sql } from '#store/sql';
import { period as instantsOf, type Period } from '../../period';
import { population } from '../../population';
import { column, table, type SectionMaker } from '../bulletin-section';

/** 七、退单争议: what was asked to be taken back in the period, and what became of it. */
export const returns: SectionMaker = async ({ period, report, sql }) => {
  const handedOver = await readHandOvers(sql, period);
  const { rows, totals, formulas } = await report({ name: 'returns', by: 'department', ...period });
  const cellsOf = (key: string | null, cells: (typeof rows)[number]['cells']) =>
    ({ $key: key, ...cells, handOvers: handedOver.get(key) ?? null }) as unknown as PaperCells;
  return {
    title: '退单争议',
    note: '按申请退单的时间；一件申请两次的算两次。平均流转次数是这些工单在那一轮平均派给过几次牵头单位。',
    table: table(
      [
        column('department', '单位', 'label'),
        column('asked', '退单'),
        column('upheld', '采纳'),
        column('rejected', '驳回'),
        { ...column('improperReturnRate', '不当退单率', 'rate'), formula: 'improperReturnRate' },
        column('arbitrated', '裁定'),
        column('handOvers', '平均流转次数', 'plain'),
      ],
      rows.map(({ key, cells }) => cellsOf(key, cells)),
      { totals: cellsOf(null, totals), formulas: formulas.filter(({ name }) => name === 'improperReturnRate') },
    ),
  };
};

/**
 * 平均流转次数: how often the tickets that a department asked to return were given to a lead in that round, on the average
 * and to one decimal; under null those of all departments, each round once.
 */
async function readHandOvers(sql: Sql, asked: Period): Promise<Map<string | null, number>> {
  const rows = await sql.query<{ departmentId: string | null; average: number }>(
    `WITH returned AS MATERIALIZED (
       SELECT DISTINCT r.ticket_id, p.round, r.department_id FROM ticket.return_request r
       JOIN ticket.ticket t ON t.id = r.ticket_id JOIN ticket.assignment p ON p.ticket_id = r.ticket_id AND p.id = r.assignment_id
       WHERE r.asked_at >= $1 AND r.asked_at < $2 AND ${population(false)}
     ), given AS MATERIALIZED (
       SELECT a.ticket_id, a.round, count(*) AS times
       FROM (SELECT DISTINCT ticket_id, round FROM returned) r JOIN ticket.assignment a USING (ticket_id, round)
       WHERE a.role = 'lead' AND a.parent_id IS NULL GROUP BY a.ticket_id, a.round
     )
     SELECT r.department_id AS "departmentId", round(avg(g.times), 1)::float8 AS average
     FROM returned r JOIN given g USING (ticket_id, round) GROUP BY r.department_id
     UNION ALL SELECT NULL, round(avg(times), 1)::float8 FROM given HAVING count(*) > 0`,
    instantsOf(asked),
  );
  return new Map(rows.map(({ departmentId, average }) => [departmentId, average]));
}
