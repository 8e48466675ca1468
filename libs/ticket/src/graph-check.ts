import { events } from './event';
import { states } from './state';
import { transitions } from './transition';

/** The tables of this library, or others of the same shape. `register` says where a ticket begins. */
export interface Graph {
  readonly states: Readonly<Record<string, { open: boolean }>>;
  readonly transitions: Readonly<
    Record<string, { from: readonly string[]; to: 'same' | readonly string[]; by: readonly string[]; emits: string }>
  >;
  readonly events: Readonly<Record<string, { heardBy: readonly string[] } | 'record-only'>>;
}

const beginnings = ['register', 'importHistory'];

/**
 * What is wrong with the tables: states nobody reaches or that never end, transitions nobody may make, events that
 * nothing emits or nobody hears. Empty when sound.
 */
export function graphFaults(graph: Graph = { states, transitions, events }): string[] {
  return [...stateFaults(graph), ...transitionFaults(graph), ...eventFaults(graph)];
}

function stateFaults(graph: Graph): string[] {
  const names = Object.keys(graph.states);
  const isOpen = (state: string) => graph.states[state]?.open ?? false;
  const reached = reachableFrom(graph, targets(graph.transitions['register']?.to ?? []));
  const unreachable = names.filter((state) => !reached.has(state)).map((state) => `state ${state} is unreachable`);
  const endless = names
    .filter((state) => isOpen(state) && [...reachableFrom(graph, [state])].every(isOpen))
    .map((state) => `open state ${state} can never end`);
  return [...unreachable, ...endless];
}

function transitionFaults({ states: known, transitions: rows }: Graph): string[] {
  return Object.entries(rows).flatMap(([name, { from, to, by }]) => {
    const unknown = [...from, ...targets(to)].filter((state) => !(state in known));
    return [
      ...unknown.map((state) => `transition ${name} names the unknown state ${state}`),
      ...(from.length === 0 && !beginnings.includes(name) ? [`transition ${name} starts nowhere`] : []),
      ...(by.length === 0 ? [`transition ${name} is made by nobody`] : []),
    ];
  });
}

function eventFaults({ transitions: rows, events: told }: Graph): string[] {
  const emitted = Object.values(rows).map(({ emits }) => emits);
  const unknown = emitted.filter((name) => !(name in told)).map((name) => `event ${name} is not in the table`);
  const silent = Object.keys(told)
    .filter((name) => !emitted.includes(name))
    .map((name) => `event ${name} is emitted by nothing`);
  const unheard = Object.entries(told)
    .filter(([, row]) => row !== 'record-only' && row.heardBy.length === 0)
    .map(([name]) => `event ${name} is heard by nobody and not record-only`);
  return [...unknown, ...silent, ...unheard];
}

const targets = (to: 'same' | readonly string[]): readonly string[] => (to === 'same' ? [] : to);

function reachableFrom(graph: Graph, start: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const waiting = [...start];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (reached.has(state)) continue;
    reached.add(state);
    for (const { from, to } of Object.values(graph.transitions)) if (from.includes(state)) waiting.push(...targets(to));
  }
  return reached;
}
