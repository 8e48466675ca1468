import { nextTry } from './next-try';
import type { PostFault } from './signed-post';

/** What was tried, how often, since when it waits, and how long anybody goes on trying. */
interface Tried {
  readonly at: Date;
  /** Made so far, 1 or more. */
  readonly attempts: number;
  readonly since: Date;
  readonly patienceMs: number;
}

/** When it is tried again; null where they will not have it, or it has been tried for too long. */
export function triedAgainAt(fault: PostFault, { at, attempts, since, patienceMs }: Tried): Date | null {
  const next = nextTry(at, { attempts, retryAfterMs: fault.retryAfterMs });
  return fault.isTheirs || next.getTime() - since.getTime() > patienceMs ? null : next;
}
