import type { Likeness } from './likeness';
import type { StepName } from './steps/steps';

/** One way a ticket may go: how often out of about a thousand, what it needs, and what people do, in order. */
export interface Plot {
  readonly share: number;
  readonly like?: Likeness;
  readonly steps: readonly StepName[];
  /** How many messages it plays; one unless said. */
  readonly messages?: 2;
}

const toCallback = ['sign', 'contact', 'reply', 'approve'] as const;
const toEnd = [...toCallback, 'rateWell'] as const;
const callable = { callable: true } as const;
const held = { held: true } as const;
/** Whoever may return a ticket: critical ones are handled first and objected to later. */
const calm = { urgency: 'normal' } as const;
const fromAbove = { ...calm, fromAbove: true } as const;

/** What happens at a hotline, and how often. The names stand in the replay's own table. */
export const plots = {
  straight: { share: 330, steps: ['register', ...toEnd] },
  'praise forwarded': { share: 25, like: { type: 'praise' }, steps: ['register', 'sign'] },
  'answered on the call': { share: 60, like: { ...calm, atOnce: 'answered' }, steps: ['register'] },
  referred: { share: 20, like: { ...calm, atOnce: 'referred' }, steps: ['register'] },

  'completed later': { share: 20, like: { placeless: true, ...calm }, steps: ['register', 'complete', ...toEnd] },
  'asked for more': { share: 10, like: held, steps: ['register', 'askMore', 'complete', 'release', ...toEnd] },
  'held back': { share: 10, like: held, steps: ['register', 'release', ...toEnd] },
  'dispatched by hand': { share: 10, like: held, steps: ['register', 'dispatchByHand', ...toEnd] },
  'wrong department': { share: 15, steps: ['register', 'redispatch', ...toEnd] },

  'return upheld': { share: 45, like: calm, steps: ['register', 'return', 'uphold', ...toEnd] },
  'return rejected': {
    share: 25,
    like: calm,
    steps: ['register', 'sign', 'return', 'rejectReturn', 'contact', 'reply', 'approve', 'rateWell'],
  },
  'returned twice': { share: 12, like: calm, steps: ['register', 'return', 'uphold', 'return', 'arbitrate', ...toEnd] },

  'sent back first': {
    share: 50,
    steps: ['register', 'sign', 'contact', 'reply', 'sendBack', 'reply', 'approve', 'rateWell'],
  },
  'asked again meanwhile': {
    share: 20,
    steps: ['register', 'nudge', 'sign', 'contact', 'supplement', 'interimReport', 'reply', 'approve', 'rateWell'],
  },
  'contact looked up': { share: 10, steps: ['register', 'sign', 'reveal', 'contact', 'reply', 'approve', 'rateWell'] },

  'nobody answers': {
    share: 40,
    like: callable,
    steps: ['register', ...toCallback, 'noAnswer', 'noAnswer', 'noAnswer'],
  },
  'called again later': { share: 15, like: callable, steps: ['register', ...toCallback, 'appointment', 'rateWell'] },
  'complaint unreasonable': {
    share: 30,
    like: callable,
    steps: ['register', ...toCallback, 'rateBadly', 'judgeUnreasonable'],
  },
  reworked: {
    share: 35,
    like: callable,
    steps: ['register', ...toCallback, 'rateBadly', 'judgeReasonable', ...toEnd],
  },
  'reworked in vain': {
    share: 10,
    like: callable,
    steps: ['register', ...toCallback, 'rateBadly', 'judgeReasonable', ...toCallback, 'rateBadly', 'judgeUnreasonable'],
  },
  'reworked, then silent': {
    share: 6,
    like: callable,
    steps: ['register', ...toCallback, 'rateBadly', 'judgeReasonable', ...toCallback, 'noAnswer', 'noAnswer'],
  },
  reopened: { share: 6, steps: ['register', ...toEnd, 'reopen', ...toEnd] },

  'withdrawn at once': { share: 15, steps: ['register', 'withdraw'] },
  'withdrawn while handled': { share: 10, steps: ['register', 'sign', 'withdraw'] },
  voided: { share: 6, steps: ['register', 'void'] },
  'two of one matter': { share: 20, like: calm, messages: 2, steps: ['register', 'mergeTwin', ...toEnd] },
  'twin released': { share: 4, like: calm, messages: 2, steps: ['register', 'mergeTwin', 'sign', 'withdrawMaster'] },

  'from above': { share: 8, like: fromAbove, steps: ['register', ...toCallback, 'upstreamAccept', 'rateWell'] },
  'reworked from above': {
    share: 4,
    like: fromAbove,
    steps: ['register', ...toCallback, 'upstreamRework', ...toCallback, 'upstreamAccept', 'rateWell'],
  },
  'returned up': { share: 4, like: { ...fromAbove, held: true }, steps: ['register', 'returnUp', 'returnUpAccepted'] },
  'not taken back': {
    share: 2,
    like: { ...fromAbove, held: true },
    steps: ['register', 'returnUp', 'returnUpRefused', 'release', ...toCallback, 'upstreamAccept', 'rateWell'],
  },

  'left incomplete': { share: 8, like: { placeless: true, ...calm }, steps: ['register'] },
  'left registered': { share: 8, like: held, steps: ['register'] },
  'left dispatched': { share: 15, steps: ['register'] },
  'left praise': { share: 2, like: { type: 'praise' }, steps: ['register'] },
  'left handling': { share: 20, steps: ['register', 'sign', 'contact'] },
  'left returning': { share: 6, like: calm, steps: ['register', 'return'] },
  'left to arbitrate': { share: 3, like: calm, steps: ['register', 'return', 'uphold', 'return'] },
  'left replied': { share: 12, steps: ['register', 'sign', 'contact', 'reply'] },
  'left sent back': { share: 4, steps: ['register', 'sign', 'contact', 'reply', 'sendBack'] },
  'left to call': { share: 12, like: callable, steps: ['register', ...toCallback] },
  'left to call again': { share: 4, like: callable, steps: ['register', ...toCallback, 'noAnswer'] },
  'left to judge': { share: 5, like: callable, steps: ['register', ...toCallback, 'rateBadly'] },
  'left in rework': { share: 4, like: callable, steps: ['register', ...toCallback, 'rateBadly', 'judgeReasonable'] },
  'left above': { share: 3, like: fromAbove, steps: ['register', ...toCallback] },
  'left returning up': { share: 2, like: { ...fromAbove, held: true }, steps: ['register', 'returnUp'] },
} as const satisfies Record<string, Plot>;

export type PlotName = keyof typeof plots;
export const plotShares = Object.fromEntries(
  Object.entries(plots).map(([name, { share }]) => [name, share]),
) as Readonly<Record<PlotName, number>>;
export const plotOf = (name: PlotName): Plot => plots[name];
