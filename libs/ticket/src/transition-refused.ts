import { Overtaken, refusedWords } from './overtaken';
import type { State } from './state';
import type { TransitionName } from './transition';

/** The ticket cannot make this transition now; `detail` says why in a clerk's words, `state` is what was found. */
export class TransitionRefused extends Error {
  readonly detail: string;
  /** Where somebody was quicker: how to find what they did. */
  readonly overtaken: Overtaken | null;

  constructor(
    readonly transition: TransitionName,
    readonly state: State,
    refused: string | Overtaken,
  ) {
    const detail = refusedWords(refused);
    super(`${transition} refused in state ${state}: ${detail}`);
    this.name = 'TransitionRefused';
    this.detail = detail;
    this.overtaken = refused instanceof Overtaken ? refused : null;
  }
}
