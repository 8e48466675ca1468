import { Empty } from 'antd';
import { useMemo } from 'react';
import { shanghaiDate } from '#calendar/shanghai-time';
import { issueDaysShown } from '#ticket/issue';
import { Chart } from '../parts/chart';
import { lastDays } from './last-days';
import type { IssueView } from './issue-row';

/** How many tickets came on each day; days without one stand there too, as many as the title says. */
export function IssueDays({ days }: { days: IssueView['days'] }) {
  const option = useMemo(() => optionOf(days), [days]);
  if (days.length === 0) return <Empty description={`近${issueDaysShown}天没有诉求`} />;
  return <Chart option={option} className="issue-days-canvas" label={`每日件数：${days.map(said).join('，')}`} />;
}

const said = ({ day, tickets }: IssueView['days'][number]): string => `${day.slice(5)} ${tickets}件`;

function optionOf(days: IssueView['days']) {
  const counts = new Map(days.map(({ day, tickets }) => [day, tickets]));
  const all = lastDays(shanghaiDate(new Date()), issueDaysShown);
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
