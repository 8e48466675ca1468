import { z } from 'zod';
import { dayNumber, isWeekday } from '#calendar/day-number';
import { calendarDay } from '#http-api/deadline-shapes';
import type { CalendarDay } from './calendar-year';

/** What somebody cannot read is said to them. */
export class UnreadableCalendar extends Error {}

/** As this system answers a year, or its days alone. */
const ownDays = z.union([z.array(calendarDay), z.object({ days: z.array(calendarDay) }).transform(({ days }) => days)]);
/** As chinese-days publishes them: dates with "National Day,国庆节,3". */
const packageDays = z
  .object({ holidays: z.record(z.string(), z.string()), workdays: z.record(z.string(), z.string()) })
  .transform(({ holidays, workdays }) => [...told(holidays, false), ...told(workdays, true)]);
const told = (days: Readonly<Record<string, string>>, working: boolean): CalendarDay[] =>
  Object.entries(days).map(([date, names]) => ({ date, working, name: names.split(',')[1] ?? names }));

/**
 * The days of one year that differ from Monday to Friday, from a file of JSON, or of lines such as `2027-01-01,放假,元旦`.
 * @throws UnreadableCalendar
 */
export function readCalendarFile(text: string, year: number): CalendarDay[] {
  const days = text.trimStart().startsWith('{') || text.trimStart().startsWith('[') ? inJson(text) : inLines(text);
  const ofYear = days
    .filter(({ date }) => date.startsWith(`${year}-`))
    .filter(({ date, working }) => isWeekday(dayNumber(date)) !== working);
  if (ofYear.length === 0) throw new UnreadableCalendar(`文件里没有${year}年的放假或调休日期`);
  return ofYear.sort((a, b) => a.date.localeCompare(b.date));
}

function inJson(text: string): CalendarDay[] {
  try {
    return z.union([ownDays, packageDays]).parse(JSON.parse(text));
  } catch {
    throw new UnreadableCalendar('文件格式不符，无法读取');
  }
}

const line = /^(\d{4}-\d\d-\d\d)[,，\t](放假|上班|休|班)[,，\t](.+)$/;

function inLines(text: string): CalendarDay[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines.flatMap((each, index) => {
    if (each.trim() === '' || (index === 0 && !/^\d/.test(each))) return [];
    const [, date = '', kind = '', name = ''] = line.exec(each.trim()) ?? [];
    if (!z.iso.date().safeParse(date).success)
      throw new UnreadableCalendar(`第${index + 1}行无法读取：${each.slice(0, 40)}`);
    return [{ date, working: kind === '上班' || kind === '班', name: name.trim().slice(0, 40) }];
  });
}
