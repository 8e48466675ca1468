import notices from 'chinese-days/dist/chinese-days.json';
import { version as packageVersion } from 'chinese-days/package.json';
import type { CalendarDay, CalendarYear } from './calendar-year';
import { dayNumber, isWeekday } from './day-number';

/**
 * The State Council's yearly notices (国务院办公厅关于某年部分节假日安排的通知), one row per year asked for. A year whose
 * notice the package does not hold comes as unpublished version 0 without days; the others are version 1.
 *
 * Read from the package's data file, not through its functions: those answer a year without a notice from weekdays, and
 * the file can tell the two apart.
 * @param from first year, inclusive
 * @param to last year, inclusive
 */
export function stateCouncilYears(from: number, to: number): CalendarYear[] {
  const years: CalendarYear[] = [];
  for (let year = from; year <= to; year++) years.push(hasNotice(year) ? announced(year) : unannounced(year));
  return years;
}

// Every notice names National Day; days in late December alone would come from the next year's notice.
function hasNotice(year: number): boolean {
  return `${year}-10-01` in notices.holidays;
}

function announced(year: number): CalendarYear {
  const days = [...daysOf(year, notices.holidays, false), ...daysOf(year, notices.workdays, true)]
    .filter(({ date, working }) => isWeekday(dayNumber(date)) !== working)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const source = `国务院办公厅关于${year}年部分节假日安排的通知（据 chinese-days ${packageVersion}）`;
  return { year, version: 1, source, published: true, days };
}

function unannounced(year: number): CalendarYear {
  const source = `chinese-days ${packageVersion} 未收录${year}年放假通知`;
  return { year, version: 0, source, published: false, days: [] };
}

/** The package's values read "National Day,国庆节,3": English name, Chinese name, statutory days. */
function daysOf(year: number, values: Record<string, string>, working: boolean): CalendarDay[] {
  return Object.entries(values)
    .filter(([date]) => date.startsWith(`${year}-`))
    .map(([date, names]) => ({ date, working, name: names.split(',')[1] ?? names }));
}
