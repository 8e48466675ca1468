import { eventNames, events, hearersOf } from './event';
import { isOpen, stateNames, type State } from './state';
import { transitionNames, transitionRow, type TransitionName } from './transition';

/** What is wrong with the tables: unreachable states, open states without an end, events nobody emits. Empty when sound. */
export function graphFaults(): string[] {
  const reached = reachableFrom(startStates());
  const unreachable = stateNames.filter((state) => !reached.has(state)).map((state) => `state ${state} is unreachable`);
  const endless = stateNames
    .filter((state) => isOpen(state) && ![...reachableFrom([state])].some((end) => !isOpen(end)))
    .map((state) => `open state ${state} can never end`);
  const emitted = new Set(transitionNames.map((name) => transitionRow(name).emits));
  const silent = eventNames.filter((name) => !emitted.has(name)).map((name) => `event ${name} is emitted by nothing`);
  const unheard = eventNames
    .filter((name) => events[name] !== 'record-only' && hearersOf(name).length === 0)
    .map((name) => `event ${name} is heard by nobody and not record-only`);
  return [...unreachable, ...endless, ...silent, ...unheard];
}

const targets = (name: TransitionName): readonly State[] => {
  const { to } = transitionRow(name);
  return to === 'same' ? [] : to;
};

/** States in which a ticket begins; imported history does not count, it reaches ends only. */
const startStates = (): readonly State[] => targets('register');

function reachableFrom(start: readonly State[]): Set<State> {
  const reached = new Set<State>(start);
  let grew = true;
  while (grew) {
    const before = reached.size;
    for (const name of transitionNames) {
      if (transitionRow(name).from.some((state) => reached.has(state)))
        targets(name).forEach((state) => reached.add(state));
    }
    grew = reached.size > before;
  }
  return reached;
}
