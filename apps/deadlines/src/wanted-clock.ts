import type { ClockRow } from '#store/clock-rows';
import type { ClockRule } from './clock-rule';

/** A clock as a ticket's history asks for it. What was marked already, and its id, belong to the stored row. */
export type WantedClock = Omit<ClockRow, 'id' | 'alert' | 'nextMarkAt' | 'ladder' | 'fired' | 'rule'> & {
  readonly rule: ClockRule;
  /** A reply is under review: rungs wait. */
  readonly underReview: boolean;
  /** The ticket is held, or nobody knows yet where a hold has moved the due time: rungs wait. */
  readonly paused: boolean;
};
