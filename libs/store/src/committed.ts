import { Injectable } from '@nestjs/common';

/** This many registrations under way at once are a flood: callers are served first, dispatch a moment later. */
const floodRegistrations = 24;
/** Between two waves of a flood hardly any is under way: it is over when none was seen for this long. */
const lullMs = 200;

/** Tells this process that something was committed: its relay looks into the outbox at once instead of at its next tick. */
@Injectable()
export class Committed {
  private readonly listeners = new Set<(lane?: number) => void>();
  private registering = 0;
  private floodedAt = -Infinity;

  listen(listener: (lane?: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** @param lane of the outbox that it went to, where it was one */
  tell(lane?: number): void {
    for (const listener of this.listeners) listener(lane);
  }

  /** Counts a registration while it is under way. */
  async registration<Result>(work: () => Promise<Result>): Promise<Result> {
    this.registering += 1;
    if (this.registering >= floodRegistrations) this.floodedAt = performance.now();
    try {
      return await work();
    } finally {
      this.registering -= 1;
    }
  }

  isFlooded(): boolean {
    return performance.now() - this.floodedAt < lullMs;
  }
}
