import { types } from 'pg';

const ofAnyZone = types.getTypeParser(types.builtins.TIMESTAMPTZ, 'text') as (text: string) => Date;

/**
 * PostgreSQL's text of an instant. Our connections speak UTC, so that it is read place by place:
 * `2026-11-25 19:02:24.123+00`. A page of a list holds hundreds of them, an audit millions.
 */
export function parseInstant(text: string): Date {
  if (text[10] !== ' ' || text[4] !== '-' || text[0] === '0' || !text.endsWith('+00')) return ofAnyZone(text);
  const day = Date.UTC(two(text, 0) * 100 + two(text, 2), two(text, 5) - 1, two(text, 8));
  const seconds = (two(text, 11) * 60 + two(text, 14)) * 60 + two(text, 17);
  return new Date(day + seconds * 1_000 + milliseconds(text));
}

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;
const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

/** What follows the seconds: nothing, or a point and up to six digits, of which a `Date` holds three. */
function milliseconds(text: string): number {
  const end = text.length - 3;
  let value = 0;
  for (let at = 20, worth = 100; at < end && worth >= 1; at += 1, worth /= 10) value += digit(text, at) * worth;
  return value;
}

/** For every connection of this process. */
export const parseInstantsFast = (): void => types.setTypeParser(types.builtins.TIMESTAMPTZ, parseInstant);
