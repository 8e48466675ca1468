import { availableParallelism } from 'node:os';
import type { ProgressBar } from '../replay/progress-bar';
import type { Options } from './options';
import { runThread } from './thread';

/** What one thread has to fill: the batches whose number gives `part` when divided by `of`. */
export interface Share {
  readonly target: { readonly url: string; readonly masterKey: Uint8Array };
  readonly options: Options;
  readonly now: Date;
  readonly part: number;
  readonly of: number;
}

/** Tells and writes all tickets, with a thread for each processor but no more than four; answers their ids. */
export async function fill(share: Pick<Share, 'target' | 'options' | 'now'>, bar: ProgressBar): Promise<string[]> {
  const of = Math.min(4, availableParallelism());
  const written: string[] = [];
  const tell = (told: unknown) => {
    const ids = told as string[];
    written.push(...ids);
    bar.advance(ids.length);
  };
  const parts = Array.from({ length: of }, (_, part) =>
    runThread('seed/fill-worker.js', { ...share, part, of } satisfies Share, tell),
  );
  await Promise.all(parts);
  return written.sort();
}
