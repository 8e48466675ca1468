import { openStates, states, type State } from '#ticket/state';
import { transitionNames, transitionRow, type TransitionName } from '#ticket/transition';

/** The diagrams of the page: the moves that leave these states. */
const phases: readonly { title: string; states: readonly State[] }[] = [
  { title: 'Taking in and dispatching 受理与派单', states: ['incomplete', 'registered', 'returning-up'] },
  { title: 'The department 承办', states: ['dispatched', 'handling', 'returning', 'held'] },
  { title: 'Review and callback 审核与回访', states: ['replied', 'upstream', 'callback', 'closed'] },
  { title: 'Merged tickets 并单', states: ['merged'] },
];

const leavesAnyOpenState = (name: TransitionName): boolean => {
  const { from } = transitionRow(name);
  return openStates.every((state) => from.includes(state));
};

const moves = transitionNames.filter((name) => transitionRow(name).to !== 'same');
const targets = (name: TransitionName): readonly State[] => {
  const { to } = transitionRow(name);
  return to === 'same' ? [] : to;
};

/** A rating leaves a closed or merged ticket where it is, and a bad one leaves it with callback: those are not drawn. */
const isDrawn = (name: TransitionName, from: State, to: State): boolean =>
  name !== 'rate' || (from === 'callback' && to === 'closed');

export function diagramsSection(): string {
  const drawn = phases.flatMap((phase) => phase.states);
  const missing = openStates.filter((state) => !drawn.includes(state));
  if (missing.length > 0) throw new Error(`docs/flow.md has no diagram for ${missing.join(', ')}`);
  return ['## States', ...phases.map(diagram), fromAnywhere()].join('\n\n');
}

const id = (state: State): string => state.replaceAll('-', '_');

function diagram({ title, states: shown }: (typeof phases)[number]): string {
  const begins = shown.includes('registered')
    ? targets('register').map((to) => `[*] --> ${id(to)}: ${label('register')}`)
    : [];
  const edges = shown.flatMap((from) => edgesFrom(from));
  const named = [...new Set([...shown, ...edges.map(({ to }) => to)])];
  const lines = [
    'stateDiagram-v2',
    ...named.map((state) => `state "${states[state].label} ${state}" as ${id(state)}`),
    ...begins,
    ...edges.map(({ from, to, labels }) => `${id(from)} --> ${id(to)}: ${labels.join(' · ')}`),
    ...named.filter((state) => !states[state].open && !shown.includes(state)).map((state) => `${id(state)} --> [*]`),
  ];
  return [`### ${title}`, '```mermaid\n' + lines.join('\n') + '\n```'].join('\n\n');
}

const label = (name: TransitionName): string => transitionRow(name).label;

/** One arrow for each pair of states, with the names of all moves between them. */
function edgesFrom(from: State): { from: State; to: State; labels: string[] }[] {
  const names = moves.filter((name) => transitionRow(name).from.includes(from) && !leavesAnyOpenState(name));
  const ways = names.flatMap((name) =>
    targets(name)
      .filter((to) => isDrawn(name, from, to))
      .map((to) => ({ to, label: label(name) })),
  );
  const reached = [...new Set(ways.map(({ to }) => to))];
  return reached.map((to) => ({ from, to, labels: ways.filter((way) => way.to === to).map((way) => way.label) }));
}

function fromAnywhere(): string {
  const ways = moves
    .filter(leavesAnyOpenState)
    .flatMap((name) => targets(name).map((to) => `${label(name)} → ${states[to].label}`));
  return `From every open state: ${ways.join(', ')}.`;
}
