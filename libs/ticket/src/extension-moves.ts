import type { Assignment } from './ticket';
import type { MoveName, TransitionName } from './transition';

/** What is done about more time. */
export type ExtensionStep = 'ask' | 'give' | 'refuse';

/** By which move a part is given more time: the lead's moves what the citizen was promised, and a co-handler's nothing else. */
export const extensionMoves = {
  lead: { ask: 'requestExtension', give: 'extend', refuse: 'refuseExtension' },
  'co-handler': { ask: 'requestCoExtension', give: 'coExtend', refuse: 'refuseCoExtension' },
} as const satisfies Record<Assignment['role'], Record<ExtensionStep, MoveName>>;

const steps = new Map<TransitionName, ExtensionStep>(
  Object.values(extensionMoves).flatMap(({ ask, give, refuse }) => [
    [ask, 'ask'],
    [give, 'give'],
    [refuse, 'refuse'],
  ]),
);

/** What a line does about more time, whoever's; undefined for any other line. */
export const extensionStepOf = (name: TransitionName): ExtensionStep | undefined => steps.get(name);
