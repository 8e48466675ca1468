import { shifted } from '#calendar/time-span';
import { shanghaiDate } from '#store/shanghai-date';
import type { FactColumn } from './fact-column';

/** Days of Shanghai, both included; null for since ever. */
export interface Days {
  readonly from: string | null;
  readonly to: string;
}

/**
 * Whose facts a column adds up. Nobody is judged by a day that has not come: what is done early counts on the day it was
 * due, so days after the instant as of which figures are shown are left out.
 */
export function daysOf(stock: FactColumn['stock'], { from, to }: { from: string; to: string }, asOf: Date): Days {
  const last = earlier(to, shanghaiDate(asOf));
  if (stock === 'before') return { from: null, to: earlier(shifted(from, { days: -1 }), last) };
  return { from: stock === 'after' ? null : from, to: last };
}

const earlier = (one: string, other: string): string => (one < other ? one : other);
