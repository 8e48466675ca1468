import { states, type Holder, type State } from '#ticket/state';

/** A state's colour says whose turn it is. */
const tones: Record<Holder, string> = {
  agent: 'gold',
  dispatcher: 'orange',
  supervisor: 'orange',
  lead: 'blue',
  reviewer: 'purple',
  upstream: 'magenta',
  callback: 'cyan',
};

export function stateTone(state: State): string {
  const { holder } = states[state];
  if (holder) return tones[holder];
  return state === 'closed' ? 'green' : 'default';
}
