import { Injectable } from '@nestjs/common';

/** Tells this process that something was committed: its relay looks into the outbox at once instead of at its next tick. */
@Injectable()
export class Committed {
  private readonly listeners = new Set<() => void>();

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(): void {
    for (const listener of this.listeners) listener();
  }
}
