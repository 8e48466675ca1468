import { states, type State } from '#ticket/state';

/** Whether the finish clock is what matters: a department still has it, or the dispatcher must find one. */
export const awaitsHandling = (state: State): boolean =>
  states[state].holder === 'lead' || states[state].holder === 'dispatcher';
