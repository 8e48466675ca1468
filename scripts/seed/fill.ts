import { availableParallelism } from 'node:os';
import type { ProgressBar } from '../replay/progress-bar';
import { runThread } from './thread';

/** What one thread has to fill: the batches whose number gives `part` when divided by `of`. */
export interface Share {
  readonly target: { readonly url: string; readonly masterKey: Uint8Array };
  readonly part: number;
  readonly of: number;
}

/**
 * Tells and writes all tickets by a program of ours, with a thread for each processor but no more than four; answers
 * their ids.
 */
export async function fill(
  program: string,
  whole: Omit<Share, 'part' | 'of'> & Readonly<Record<string, unknown>>,
  bar: ProgressBar,
): Promise<string[]> {
  const of = Math.min(4, availableParallelism());
  const written: string[] = [];
  const tell = (told: unknown) => {
    const ids = told as string[];
    for (const id of ids) written.push(id);
    bar.advance(ids.length);
  };
  const parts = Array.from({ length: of }, (_, part) => runThread(program, { ...whole, part, of }, tell));
  await Promise.all(parts);
  return written.sort();
}
