import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Turns } from './turns';

/** Part of a service that looks again and again for what is to be done, from its process's start to its end. */
export abstract class TurnWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly turns: Turns;
  /** The process stops: a turn that would go on ends with what it has in hand. */
  protected isEnding = false;

  /** @param waits what waits when a turn fails, as the log tells it */
  constructor(
    waits: string,
    private readonly everyMs: number,
  ) {
    this.turns = new Turns(new Logger(this.constructor.name), waits, () => this.turn());
  }

  onApplicationBootstrap(): void {
    this.turns.start(this.everyMs);
  }

  beforeApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    return this.turns.end();
  }

  /** Looks at once, unless it is at it. */
  protected lookNow(): void {
    this.turns.take();
  }

  /** What is done each time. */
  protected abstract turn(): Promise<unknown>;
}
