import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { SuggestionKind } from '#http-api/suggestion-shapes';
import type { Trained } from './learn-suggestions';

/** What is to be learnt. */
export interface Learning {
  readonly kind: SuggestionKind;
  readonly now: Date;
  /** How often what is sure shall be right, 0 to 1. */
  readonly targetPrecision: number;
}

/** What the process is told: the address of the database has its password, so it is no argument that others could read. */
export interface ToLearn extends Learning {
  readonly databaseUrl: string;
}

/** What it tells. */
export type LearningTold = { readonly trained: Trained | null } | { readonly fault: string };

/** However much was dispatched, it is learnt within so many megabytes of 1,048,576 bytes. */
const memoryMb = 512;

/** Learns in a process of its own: it takes a core for seconds, and may die of it alone. */
export class TrainingProcess {
  private child: ChildProcess | undefined;

  /** Null while there is too little to learn from. @throws Error when the process failed or was stopped */
  async run(asked: ToLearn, program = join(__dirname, 'training-program.js')): Promise<Trained | null> {
    const execArgv = [`--max-old-space-size=${memoryMb}`];
    // What passes has bytes and instants in it.
    const child = fork(program, { execArgv, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    this.child = child;
    try {
      const told = await toldBy(child, asked);
      if ('fault' in told) throw new Error(told.fault);
      return told.trained;
    } finally {
      this.child = undefined;
    }
  }

  /** What it was at is learnt again. */
  stop(): void {
    this.child?.kill('SIGKILL');
  }
}

const toldBy = (child: ChildProcess, asked: ToLearn): Promise<LearningTold> =>
  new Promise((resolve, reject) => {
    child.once('message', (told: LearningTold) => resolve(told));
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`the process that learns ended with ${signal ?? code}`)));
    child.send(asked, (error) => error && reject(error));
  });
