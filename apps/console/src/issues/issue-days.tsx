import { Empty } from 'antd';
import { useMemo } from 'react';
import { shanghaiDate } from '#calendar/shanghai-time';
import { Chart } from '../parts/chart';
import type { IssueView } from './issue-row';

const dayMs = 86_400_000;
/** Fewer days are drawn as so many: one bar alone says nothing of when. */
const fewestDays = 14;

/** How many tickets came on each day; days without one stand there too. */
export function IssueDays({ days }: { days: IssueView['days'] }) {
  const option = useMemo(() => optionOf(days), [days]);
  if (days.length === 0) return <Empty description="近90天没有诉求" />;
  return <Chart option={option} className="issue-days-canvas" label={`每日件数：${days.map(said).join('，')}`} />;
}

const said = ({ day, tickets }: IssueView['days'][number]): string => `${day.slice(5)} ${tickets}件`;

function optionOf(days: IssueView['days']) {
  const counts = new Map(days.map(({ day, tickets }) => [day, tickets]));
  const all = daysFrom(days[0]?.day);
  return {
    color: ['#1d5fa7'],
    animation: false,
    tooltip: { trigger: 'axis', confine: true },
    grid: { left: 36, right: 12, top: 12, bottom: 24 },
    xAxis: { type: 'category', data: all.map((day) => day.slice(5)) },
    yAxis: { type: 'value', minInterval: 1 },
    series: [{ type: 'bar', name: '件数', data: all.map((day) => counts.get(day) ?? 0), barMaxWidth: 18 }],
  };
}

/** From the first of them to today. */
function daysFrom(first: string | undefined): string[] {
  const today = Date.parse(shanghaiDate(new Date()));
  const from = Math.min(first === undefined ? today : Date.parse(first), today - (fewestDays - 1) * dayMs);
  const count = Math.round((today - from) / dayMs) + 1;
  return Array.from({ length: count }, (_, index) => new Date(from + index * dayMs).toISOString().slice(0, 10));
}
