import type { Report } from '../report-asked';
import { ranksOf } from './ranks';
import { scoreOf, type ScoreRules } from './score';

type Row = Report['rows'][number];
type Cell = Row['cells'][string];

/** What a department's row says beside its figures. */
export interface ScoredRow extends Row {
  readonly group: Exclude<Row['group'], undefined>;
}

/** Rows with their scores and places; whoever stands in no group is not compared. */
export function scored(rows: readonly ScoredRow[], rules: ScoreRules): ScoredRow[] {
  const judged = rows.map((row) => ({ row, score: scoreOf(rules, (name) => rateIn(row.cells[name])) }));
  const ranks = ranksOf(
    judged.map(({ row, score }) => ({
      ...{ key: row.key ?? '', group: row.group ?? '', score: row.group ? score.value : null },
      tickets: Number(row.cells['dispatched'] ?? 0),
    })),
    rules.leastTickets,
  );
  return judged.map(({ row, score }) => ({
    ...row,
    ...(row.group && { score: [...score.parts] }),
    cells: { ...row.cells, score: row.group ? score.value : null, rank: ranks.get(row.key ?? '') ?? null },
  }));
}

/** How many places each of them has won since another period; null where one of the two gave it none. */
export function withRankChanges(rows: readonly ScoredRow[], before: readonly ScoredRow[]): ScoredRow[] {
  const was = new Map(before.map(({ key, cells }) => [key, cells['rank']]));
  return rows.map((row) => {
    const [rank, former] = [row.cells['rank'], was.get(row.key)];
    const change = typeof rank === 'number' && typeof former === 'number' ? former - rank : null;
    return { ...row, cells: { ...row.cells, rankChange: change } };
  });
}

const rateIn = (cell: Cell | undefined) => (typeof cell === 'object' && cell !== null ? cell : undefined);
