import type { PaperCells } from '#documents/paper';
import { solvedAnswers, satisfactions, type StandingRating } from '#ticket/rating';
import { states, type State } from '#ticket/state';
import { column, table, type SectionMaker } from '../bulletin-section';

const most = 100;

interface Rated {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly number: string;
  readonly state: State;
  readonly round: number;
  readonly departmentId: string | null;
  readonly rating: Pick<StandingRating, 'solved' | 'satisfaction'> | null;
  readonly reasonable: boolean | null;
}

/** 六、不满意和重办: what citizens were not content with, and what was made of it. */
export const dissatisfied: SectionMaker = async ({ behind, period, sql, directory, asOf }) => {
  const asked = { name: 'overview', by: 'department', ...period } as const;
  const ids = await Promise.all(['dissatisfied', 'reworked'].map((name) => behind({ ...asked, column: name }, most)));
  const found = await sql.query<Rated>(
    `SELECT t.id, t.number, t.state, t.round, t.lead_department_id AS "departmentId", t.rating,
       (SELECT r.judged_reasonable FROM ticket.rating r WHERE r.ticket_id = t.id AND r.judged_reasonable IS NOT NULL
        ORDER BY r.at DESC LIMIT 1) AS reasonable
     FROM ticket.ticket t WHERE t.id = ANY($1) ORDER BY t.round DESC, t.id LIMIT ${most}`,
    [ids.flat()],
  );
  const rows = found.map(({ id, number, state, round, departmentId, rating, reasonable }): PaperCells => ({
    ...{ $ticket: id, number, round, state: states[state].label },
    department: departmentId ? directory.departmentName(departmentId, asOf) : '—',
    reason: rating ? `${solvedAnswers[rating.solved].label}，${satisfactions[rating.satisfaction.result].label}` : '—',
    reasonable: reasonable === null ? '未认定' : reasonable ? '合理' : '不合理',
  }));
  return {
    title: '不满意和重办工单',
    note: `最多列${most}件。`,
    table: table(
      [
        column('number', '工单号', 'label'),
        column('title', '摘要', 'label'),
        column('department', '单位', 'label'),
        column('round', '轮次', 'label'),
        column('reason', '原因', 'label'),
        column('reasonable', '合理认定', 'label'),
        column('state', '现状', 'label'),
      ],
      rows,
    ),
  };
};
