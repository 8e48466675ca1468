import type { StepName } from './past-steps';

/** One way a ticket went: how often out of a hundred of its kind, and what happened, in order. */
export interface Story {
  readonly share: number;
  readonly steps: readonly StepName[];
}

const toCallback = ['dispatch', 'sign', 'contact', 'reply', 'approve'] as const;
const again = ['sign', 'contact', 'reply', 'approve'] as const;

/** Tickets that have ended; a third of them in the call itself. */
export const finished = {
  satisfied: { share: 42, steps: [...toCallback, 'rateWell'] },
  'answered on the call': { share: 34, steps: ['answerOnCall'] },
  'nobody answered': { share: 6, steps: [...toCallback, 'noAnswer', 'noAnswer', 'noAnswer', 'closeUnrated'] },
  unreasonable: { share: 3, steps: [...toCallback, 'rateBadly', 'judgeUnreasonable'] },
  reworked: { share: 3, steps: [...toCallback, 'rateBadly', 'judgeReasonable', ...again, 'rateWell'] },
  'sent back': {
    share: 4,
    steps: ['dispatch', 'sign', 'contact', 'reply', 'sendBack', 'reply', 'approve', 'rateWell'],
  },
  'returned once': { share: 5, steps: ['dispatch', 'return', 'uphold', ...toCallback, 'rateWell'] },
  withdrawn: { share: 3, steps: ['dispatch', 'withdraw'] },
} as const satisfies Record<string, Story>;

/** Tickets somebody still has in hand. */
export const open = {
  dispatched: { share: 25, steps: ['dispatch'] },
  handling: { share: 40, steps: ['dispatch', 'sign', 'contact'] },
  returning: { share: 4, steps: ['dispatch', 'return'] },
  replied: { share: 15, steps: ['dispatch', 'sign', 'contact', 'reply'] },
  callback: { share: 16, steps: [...toCallback] },
} as const satisfies Record<string, Story>;

export const sharesOf = <Name extends string>(stories: Readonly<Record<Name, Story>>): Record<Name, number> =>
  Object.fromEntries(Object.entries<Story>(stories).map(([name, { share }]) => [name, share])) as Record<Name, number>;
