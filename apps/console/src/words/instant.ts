import { shanghaiIso } from '#calendar/shanghai-time';

/** An instant as clerks read it, in Shanghai's time: 11-24 18:00, with the year when it is another one. */
export function instant(iso: string, now = new Date()): string {
  const written = shanghaiIso(new Date(iso));
  const sameYear = written.slice(0, 4) === shanghaiIso(now).slice(0, 4);
  return written.slice(sameYear ? 5 : 0, 16).replace('T', ' ');
}

/** In full: 2026-11-24 18:00:05. */
export const fullInstant = (iso: string): string => shanghaiIso(new Date(iso)).slice(0, 19).replace('T', ' ');

/** For what is over within the hour: 18:00:05. */
export const timeOfDay = (iso: string): string => shanghaiIso(new Date(iso)).slice(11, 19);
