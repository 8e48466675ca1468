import { CallRefused } from './hotline-client';
import { Journey, type Scene } from './journey';
import type { Part } from './casting';
import type { ProgressBar } from './progress-bar';
import { steps } from './steps/steps';

/** Plays every part, at most `concurrency` at once. What goes wrong is written into the ledger, and the others go on. */
export async function play(scene: Scene, parts: readonly Part[], concurrency: number, bar: ProgressBar): Promise<void> {
  const waiting = parts.values();
  const worker = async () => {
    for (const part of waiting) {
      await playOne(scene, part);
      bar.advance(part.twin ? 2 : 1);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

async function playOne(scene: Scene, part: Part): Promise<void> {
  const journey = new Journey(scene, part);
  for (const step of part.plot.steps) {
    try {
      await steps[step](journey);
    } catch (error) {
      scene.ledger.mishaps.push({ plot: part.name, step, reason: reasonOf(error) });
      return;
    }
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof CallRefused
    ? `${error.route} ${error.problem.status} ${error.problem.code}: ${error.problem.detail}`
    : (error as Error).message;
