import { states, type State } from '#ticket/state';

/** What the state is called; from the second round on handling is a rework: 重办中·第2轮. */
export function stateWords(state: State, round: number): string {
  if (round < 2 || states[state].holder !== 'lead') return states[state].label;
  return `${state === 'handling' ? '重办中' : states[state].label}·第${round}轮`;
}
