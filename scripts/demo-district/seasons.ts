import type { Calendar } from '#calendar/calendar';
import { shanghaiInstant } from '#calendar/shanghai-time';
import { Random } from '#platform/random';
import { drawing } from './draws';
import type { PeriodFigures } from './period-figures';

/** How many call in each month, from January on: fewer at the Spring Festival, most in the heat. */
const monthWeights = [96, 74, 98, 97, 103, 114, 126, 120, 104, 98, 100, 102];
/** On a day off, of what there is on a working day. */
const dayOff = 0.42;
/** How many call in each hour of the day. */
const hourWeights = [4, 2, 2, 1, 2, 4, 10, 26, 62, 96, 100, 82, 50, 48, 84, 94, 88, 74, 46, 38, 34, 26, 16, 8];
const [dayMs, hourMs] = [86_400_000, 3_600_000];

/** When they call, in order. */
export function callInstants({ from, to, received }: PeriodFigures, calendar: Calendar, seed: number): Date[] {
  const random = Random.for(seed, 0);
  const days = daysBetween(from, to);
  const dayOf = drawing(days.map((day) => weightOf(day, calendar)));
  const hourOf = drawing(hourWeights);
  const instants = Array.from({ length: received }, () => {
    const midnight = shanghaiInstant(days[dayOf(random)] ?? from, '00:00');
    return midnight.getTime() + hourOf(random) * hourMs + random.below(hourMs);
  });
  return instants.sort((left, right) => left - right).map((at) => new Date(at));
}

const weightOf = (day: string, calendar: Calendar): number =>
  (monthWeights[monthOf(day)] ?? 0) * (calendar.isWorkingDay(day) ? 1 : dayOff);

/** 0 for January. */
export const monthOf = (day: string): number => Number(day.slice(5, 7)) - 1;

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += dayMs) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
