/** 5, 10, 20 … seconds, and then every hour. */
const [firstWaitMs, longestWaitMs] = [5_000, 3_600_000];
/** Up to so much of a wait is taken off it, so that what failed together does not come back together. */
const jitter = 0.25;

/**
 * When what could not be delivered is tried again: later each time, and not before they ask for it.
 * @param attempts made so far, 1 or more
 * @param chance from 0 to 1
 */
export function nextTry(
  at: Date,
  { attempts, retryAfterMs = 0 }: { readonly attempts: number; readonly retryAfterMs?: number },
  chance: number = Math.random(),
): Date {
  const fullMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(attempts - 1, 20));
  return new Date(at.getTime() + Math.max(retryAfterMs, Math.ceil(fullMs * (1 - jitter * chance))));
}
