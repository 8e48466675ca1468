import { shanghaiInstant } from '#calendar/shanghai-time';
import { refusalAt } from '#platform/problems';

/** The days from `from` to `to`, Shanghai time, both included, as instants: from the first to before the second. @throws Refusal */
export function period({ from, to }: { from: string; to: string }): [Date, Date] {
  if (to < from) throw refusalAt('to', '结束日期早于开始日期');
  const end = new Date(shanghaiInstant(to, '00:00').getTime() + 86_400_000);
  return [shanghaiInstant(from, '00:00'), end];
}

/** When what is counted of a period was called as its rows are: at its end, or now while it goes on. */
export const namedAt = (given: { from: string; to: string }, now: Date): Date =>
  new Date(Math.min(period(given)[1].getTime() - 1, now.getTime()));
