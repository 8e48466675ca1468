import { shanghaiInstant } from '#calendar/shanghai-time';
import { refusalAt } from '#platform/problems';

/** Days of Shanghai (YYYY-MM-DD), both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** A period of what is counted as it stands now. */
interface Asked extends Period {
  readonly asOf?: string | undefined;
}

/** The days from `from` to `to`, Shanghai time, both included, as instants: from the first to before the second. @throws Refusal */
export function period({ from, to, asOf }: Asked): [Date, Date] {
  if (asOf) throw refusalAt('asOf', '这张报表只统计当前情况，不支持按截止时间查询');
  if (to < from) throw refusalAt('to', '结束日期早于开始日期');
  const end = new Date(shanghaiInstant(to, '00:00').getTime() + 86_400_000);
  return [shanghaiInstant(from, '00:00'), end];
}

/** When what is counted of a period was called as its rows are: at its end, or now while it goes on. */
export const namedAt = ({ from, to }: Asked, now: Date): Date =>
  new Date(Math.min(period({ from, to })[1].getTime() - 1, now.getTime()));
