import { Popover } from 'antd';
import { rateWords } from './rate-words';
import type { Figure, Report, ReportRow } from './report-query';

interface ScoreCellProps {
  readonly report: Report;
  readonly row: ReportRow;
  open(figure: Pick<Figure, 'column' | 'part'>): void;
}

/** A score, and where its points were lost: each loss leads to the tickets behind it. */
export function ScoreCell({ report, row, open }: ScoreCellProps) {
  const { score } = row.cells;
  if (typeof score !== 'number') return '—';
  const labelOf = (rate: string) => report.columns.find(({ key }) => key === rate)?.label ?? rate;
  const parts = (row.score ?? []).map(({ rate, points, floor, cap, earned }) => (
    <li key={rate}>
      {labelOf(rate)}：{earned === null ? '没有可评的工单，不计分' : `${earned.toFixed(1)} / ${points} 分`}
      <span className="quiet">
        （{rateWords(floor)}以下不得分，{rateWords(cap)}以上满分）
      </span>
      {earned !== null && earned < points && (
        <button type="button" className="figure" onClick={() => open({ column: rate, part: 'missed' })}>
          失分工单
        </button>
      )}
    </li>
  ));
  return (
    <Popover trigger="click" title="得分明细" content={<ul className="score-parts">{parts}</ul>}>
      <button type="button" className="figure">
        {score}
      </button>
    </Popover>
  );
}
