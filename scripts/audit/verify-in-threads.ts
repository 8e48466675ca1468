import { availableParallelism } from 'node:os';
import type { RangeVerdict } from '#store/audit-range';
import type { IdRange } from '#store/read-audited';
import { runThread } from '../seed/thread';

/** What one thread verifies, on which database. */
export interface Share {
  readonly target: { readonly url: string; readonly masterKey: Uint8Array };
  readonly ranges: readonly IdRange[];
}

/** Verifies ranges of tickets with a thread for each processor but no more than four; tells each verdict as it comes. */
export async function verifyInThreads({ target, ranges }: Share, tell: (verdict: RangeVerdict) => void): Promise<void> {
  const of = Math.min(4, availableParallelism());
  const shares = Array.from({ length: of }, (_, part) => ranges.filter((_range, index) => index % of === part));
  const verifying = shares.map((share) =>
    runThread('audit/verify-worker.js', { target, ranges: share } satisfies Share, (told) => {
      tell(told as RangeVerdict);
    }),
  );
  await Promise.all(verifying);
}
