import { roles, type ActorRole } from '#ticket/role';
import { openStates, states, type State } from '#ticket/state';
import { transitionNames, transitionRow } from '#ticket/transition';
import { code, table } from './markdown';

const others: Record<Exclude<ActorRole, keyof typeof roles>, string> = {
  system: '系统',
  citizen: '诉求人',
  channel: '来源系统',
};

const roleLabel = (role: ActorRole): string =>
  role in roles ? roles[role as keyof typeof roles].label : others[role as keyof typeof others];

/** `any open` stands for all open states, so that the row stays readable. */
function fromLabel(from: readonly State[]): string {
  const all = openStates.every((state) => from.includes(state));
  const rest = all ? from.filter((state) => !openStates.includes(state)) : from;
  return [...(all ? ['any open'] : []), ...rest.map((state) => states[state].label)].join(', ') || '–';
}

export const transitionsSection = (): string =>
  [
    '## Transitions',
    table(
      ['Transition', 'Label', 'From', 'To', 'By', 'Event'],
      transitionNames.map((name) => {
        const { label, from, to, by, emits } = transitionRow(name);
        const target = to === 'same' ? 'same' : to.map((state) => states[state].label).join(' or ');
        return [code(name), label, fromLabel(from), target, by.map(roleLabel).join(', '), code(emits)];
      }),
    ),
  ].join('\n\n');
