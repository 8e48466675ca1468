import type { Logger } from '@nestjs/common';
import { messageOf } from '#store/told-error';

/** Work that comes round on a timer: one turn at a time, and a failed one is told and made up for by the next. */
export class Turns {
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> | undefined;

  /** @param name what waits when a turn fails, as the log tells it */
  constructor(
    private readonly log: Logger,
    private readonly name: string,
    private readonly work: () => Promise<unknown>,
  ) {}

  start(everyMs: number): void {
    this.timer = setInterval(() => this.take(), everyMs);
  }

  /** Takes a turn at once, unless one is being taken. */
  take(): void {
    this.turn ??= this.work()
      .then(() => undefined)
      .catch((error: unknown) => this.log.warn(`${this.name} waits: ${messageOf(error)}`))
      .finally(() => (this.turn = undefined));
  }

  /** No turn more; the one under way ends first. */
  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.turn;
  }
}
