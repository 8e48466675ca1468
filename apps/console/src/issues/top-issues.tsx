import { Card } from 'antd';
import { useMemo } from 'react';
import { Chart } from '../parts/chart';
import type { IssueRow } from './issue-row';

const shownIssues = 8;
const longestTitle = 14;

const short = (title: string): string => (title.length > longestTitle ? `${title.slice(0, longestTitle)}…` : title);

/** The issues that got most tickets lately, beside what they got before. */
export function TopIssues({ issues }: { issues: readonly IssueRow[] }) {
  const option = useMemo(() => optionOf(issues), [issues]);
  if (!option) return null;
  return (
    <Card size="small" title="近期最热" className="top-issues">
      <Chart option={option} className="top-issues-canvas" label="近期件数最多的热点柱形图，数据见下表" />
    </Card>
  );
}

function optionOf(issues: readonly IssueRow[]) {
  const top = issues
    .filter(({ growth }) => growth.numerator > 0)
    .sort((left, right) => right.growth.numerator - left.growth.numerator)
    .slice(0, shownIssues)
    .reverse();
  const [first] = top;
  if (!first) return null;
  const { days } = first.growth;
  return {
    color: ['#d48806', '#b9c4d0'],
    animation: false,
    tooltip: { trigger: 'axis', confine: true },
    legend: { top: 0, right: 8 },
    grid: { left: 200, right: 32, top: 24, bottom: 24 },
    xAxis: { type: 'value', minInterval: 1 },
    yAxis: { type: 'category', data: top.map(({ title }) => short(title)), axisLabel: { width: 190 } },
    series: [
      { type: 'bar', name: `近${days}天（件）`, data: top.map(({ growth }) => growth.numerator), barMaxWidth: 9 },
      { type: 'bar', name: `此前${days}天（件）`, data: top.map(({ growth }) => growth.denominator), barMaxWidth: 9 },
    ],
  };
}
