import { shanghaiDate } from '#calendar/shanghai-time';

/** The last instant of today in Shanghai; the same all day, so that the question stays the same. */
export const endOfToday = (now: Date): string => `${shanghaiDate(now)}T23:59:59+08:00`;
