import type { TransitionName } from './transition';

/** This actor may never make this transition, whatever the ticket's state. */
export class ActorRefused extends Error {
  constructor(
    readonly transition: TransitionName,
    readonly actorId: string,
  ) {
    super(`${actorId} may not ${transition}`);
    this.name = 'ActorRefused';
  }
}
