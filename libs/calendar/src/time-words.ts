import { shanghaiIso } from './shanghai-time';

/** An instant as it is said to citizens, in Shanghai's time: 9月25日 18:00, with the year when it is another one. */
export function timeWords(at: Date, now: Date): string {
  const [written, thisYear] = [shanghaiIso(at), shanghaiIso(now).slice(0, 4)];
  const [year = '', month, day] = written.slice(0, 10).split('-');
  const date = `${Number(month)}月${Number(day)}日 ${written.slice(11, 16)}`;
  return year === thisYear ? date : `${year}年${date}`;
}
