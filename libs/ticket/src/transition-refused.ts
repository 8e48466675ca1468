import type { State } from './state';
import type { TransitionName } from './transition';

/** The ticket cannot make this transition now; `detail` says why in a clerk's words, `state` is what was found. */
export class TransitionRefused extends Error {
  constructor(
    readonly transition: TransitionName,
    readonly state: State,
    readonly detail: string,
  ) {
    super(`${transition} refused in state ${state}: ${detail}`);
    this.name = 'TransitionRefused';
  }
}
