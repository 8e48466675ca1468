/** How much more than before, as a share; null where there was nothing. */
export const growth = (now: number, before: number): number | null => (before === 0 ? null : now / before - 1);

/** Percentage points from one rate to another; null where one of them has no value. */
export const pointsBetween = (now: number | null, before: number | null): number | null =>
  now === null || before === null ? null : (now - before) * 100;
