import type { IssueRow } from './issue-row';

/** A rate is never shown without what it is made of. */
export const GrowthCell = ({ issue: { growth, growing } }: { issue: IssueRow }) => (
  <span className={growing ? 'growth growth-fast' : 'growth'}>
    {growthWords(growth)}
    <span className="growth-parts">
      近{growth.days}天{growth.numerator}件 / 此前{growth.denominator}件
    </span>
  </span>
);

export const growthWords = ({ value, numerator }: IssueRow['growth']): string => {
  if (value !== null) return `${Math.round(value * 100) / 100}倍`;
  return numerator > 0 ? '新增' : '—';
};
