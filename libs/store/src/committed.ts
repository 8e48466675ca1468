import { Injectable } from '@nestjs/common';

/** This many registrations under way at once are a flood: callers are served first, dispatch a moment later. */
const floodRegistrations = 8;

/** Tells this process that something was committed: its relay looks into the outbox at once instead of at its next tick. */
@Injectable()
export class Committed {
  private readonly listeners = new Set<() => void>();
  private registering = 0;

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(): void {
    for (const listener of this.listeners) listener();
  }

  /** Counts a registration while it is under way. */
  async registration<Result>(work: () => Promise<Result>): Promise<Result> {
    this.registering += 1;
    try {
      return await work();
    } finally {
      this.registering -= 1;
    }
  }

  isFlooded(): boolean {
    return this.registering >= floodRegistrations;
  }
}
