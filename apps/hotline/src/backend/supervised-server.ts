import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './spawn-server';
import { stopProcess, type StopStep } from './stop-process';

/** Milliseconds between an unasked end and the next start: the first pause, the longest, and what counts as stable. */
const [FIRST_PAUSE, LONGEST_PAUSE, STABLE] = [100, 5_000, 30_000];

/** Keeps one server of ours running: when it ends unasked it is started again, on the port its clients know. */
export class SupervisedServer {
  private child: ChildProcess | undefined;
  private pause = FIRST_PAUSE;
  private restart: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();

  constructor(
    private readonly name: string,
    private readonly launch: () => Promise<ChildProcess>,
    private readonly stopSteps: readonly StopStep[],
  ) {}

  /** Starts it; rejects when it does not come up. */
  async start(): Promise<void> {
    this.watch(await this.launch());
  }

  /** Stops it and returns when it is gone. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.restart;
    if (this.child?.pid !== undefined && isRunning(this.child)) await stopProcess(this.child.pid, this.stopSteps);
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private watch(child: ChildProcess): void {
    this.child = child;
    const began = performance.now();
    const ended = (how: string) => {
      if (this.isStopping()) return;
      if (performance.now() - began > STABLE) this.pause = FIRST_PAUSE;
      console.warn(`${this.name} ended unasked (${how}); it is started again.`);
      this.restart = this.startAgain();
    };
    child.once('exit', (code, signal) => ended(signal ?? `code ${code}`));
    // It may have ended between coming up and this line.
    if (!isRunning(child)) ended('at once');
  }

  private async startAgain(): Promise<void> {
    while (!this.isStopping()) {
      await sleep(this.pause, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
      if (this.isStopping()) return;
      try {
        this.watch(await this.launch());
        return;
      } catch (error) {
        console.warn(`${this.name} does not come up: ${(error as Error).message}`);
      }
    }
  }
}
