import { setTimeout as pause } from 'node:timers/promises';

/** An answer as it came, with its header Retry-After. */
export interface Answer {
  readonly status: number;
  readonly retryAfter: string | string[] | undefined;
  readonly answer: unknown;
}

/** How long one call waits altogether, in milliseconds: classes of requests begin anew each minute, but one each hour. */
const longestWaitMs = 180_000;

/**
 * Asks again after the time that the hotline names when it says that too much was asked. What was refused so was not
 * done. After three minutes the refusal is the answer.
 */
export async function unhurried(
  ask: () => Promise<Answer>,
  wait: (ms: number) => Promise<unknown> = pause,
): Promise<Answer> {
  for (let waitedMs = 0; ;) {
    const answer = await ask();
    const waitMs = Number(answer.retryAfter) * 1_000;
    if (answer.status !== 429 || !(waitMs > 0) || waitedMs + waitMs > longestWaitMs) return answer;
    await wait(waitMs);
    waitedMs += waitMs;
  }
}
