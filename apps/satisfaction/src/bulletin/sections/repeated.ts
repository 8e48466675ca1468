import type { PaperCells } from '#documents/paper';
import { issueStates, type IssueState } from '#ticket/issue';
import { column, table, type SectionMaker } from '../bulletin-section';

const most = 20;

interface Gathered {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly name: string | null;
  readonly leadId: string | null;
  readonly state: IssueState;
  readonly first: string;
  readonly tickets: number;
  readonly citizens: number;
}

/** 八、重复聚集: what many asked for in the period. The matter's name is the hotline's own; without one it has a number. */
export const repeated: SectionMaker = async ({ period, sql, directory, asOf }) => {
  const found = await sql.query<Gathered>(
    `SELECT i.id, i.name, i.lead_department_id AS "leadId", i.state, d.tickets, i.citizens,
       to_char(i.first_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS first
     FROM (SELECT issue_id, sum(tickets)::int AS tickets FROM ticket.issue_day WHERE day BETWEEN $1 AND $2
       GROUP BY issue_id HAVING sum(tickets) > 1) d
     JOIN ticket.issue i ON i.id = d.issue_id AND i.joined_into_id IS NULL
     ORDER BY d.tickets DESC, i.id LIMIT ${most}`,
    [period.from, period.to],
  );
  const rows = found.map(({ id, name, leadId, state, first, tickets, citizens }): PaperCells => ({
    ...{ matter: name ?? `未命名事项 ${id.slice(-6)}`, first, tickets, citizens },
    lead: leadId ? directory.departmentName(leadId, asOf) : '—',
    state: issueStates[state].label,
  }));
  return {
    title: '重复聚集事项',
    note: '本期两件以上的；人数是开始以来的。',
    table: table(
      [
        column('matter', '事项', 'label'),
        column('first', '首发', 'label'),
        column('tickets', '件数'),
        column('citizens', '人数'),
        column('lead', '牵头', 'label'),
        column('state', '进展', 'label'),
      ],
      rows,
    ),
  };
};
