import type { ClockRow } from '#store/clock-rows';

/** A clock as a ticket's history asks for it. What was marked already, and its id, belong to the stored row. */
export type WantedClock = Omit<ClockRow, 'id' | 'alert' | 'nextMarkAt' | 'ladder' | 'fired'> & {
  /** A reply is under review: rungs wait. */
  readonly underReview: boolean;
};
