import { assignmentClocks, assignmentMeets, stateClocks } from '#deadlines/clock-history';
import { clockKinds, type ClockKind } from '#ticket/clock-kind';
import { states, type State } from '#ticket/state';
import { transitionRow, type TransitionName } from '#ticket/transition';
import { table } from './markdown';

const clockLabel = (kind: ClockKind): string => `${clockKinds[kind].label} ${kind}`;

const byState = (): string[][] =>
  (Object.keys(states) as State[]).flatMap((state) => {
    const kind = stateClocks[state];
    return kind ? [[`${states[state].label} ${state}`, clockLabel(kind)]] : [];
  });

/** A co-handler's own moves begin with co; everything else is the lead's. */
const meets = (role: string, kind: ClockKind): string[] => {
  const names = (Object.keys(assignmentMeets) as TransitionName[]).filter((name) =>
    assignmentMeets[name]?.includes(kind),
  );
  const own = names.filter((name) => /^co[A-Z]/.test(name) === (role !== 'lead'));
  return kind === 'finish' && role === 'lead' ? [...own, 'reply'] : own;
};

const byPart = (): string[][] =>
  Object.entries(assignmentClocks).flatMap(([role, kinds]) =>
    kinds.map((kind) => [
      role === 'lead' ? '主办 lead' : '协办 co-handler',
      clockLabel(kind),
      meets(role, kind)
        .map((name) => transitionRow(name as TransitionName).label)
        .join(', ') || '–',
    ]),
  );

export const clocksSection = (): string =>
  [
    '## Clocks',
    'A clock that belongs to a state starts when the ticket enters it and is met when it leaves.',
    table(['State', 'Clock'], byState()),
    'A new part of a department starts these at its dispatch. From the second round on `rework` takes the place of ' +
      '`finish`; a reply meets either when it was submitted, once it is approved. The return window warns nobody.',
    table(['Part', 'Clock', 'Met by'], byPart()),
    'Two more belong to the ticket: the citizen’s (对外承诺时限), from registration until the answer, and the judgement ' +
      '(认定时限), from a bad rating until somebody judges it. How long each may take is data: `GET /api/time-limits`.',
  ].join('\n\n');
