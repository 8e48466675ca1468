import type { LadderName } from '#ticket/clock-holder';
import type { LadderAudience, LadderUnit, LadderWay } from '#ticket/ladder-terms';
import type { Rung } from '#ticket/rung';
import { urgencies, type Urgency } from '#ticket/urgency';
import type { LadderRule } from './ladder-row';

/** The three rungs after a due time (domain.md §3, last column): ordinary, urgent, and critical at once. */
const after: Record<Urgency, { readonly unit: LadderUnit; readonly amounts: readonly [number, number, number] }> = {
  normal: { unit: 'working-days', amounts: [1, 2, 5] },
  urgent: { unit: 'hours', amounts: [2, 4, 8] },
  critical: { unit: 'hours', amounts: [0, 1, 2] },
};

type Step = Pick<LadderRule, 'rung' | 'anchor' | 'amount' | 'unit' | 'audience' | 'ways'>;

const atOnce = (
  rung: Rung,
  anchor: 'start' | 'yellow' | 'due',
  audience: readonly LadderAudience[],
  ways: readonly LadderWay[] = ['message'],
): Step => ({ rung, anchor, amount: 0, unit: 'minutes', audience, ways });

/** The n-th rung after the due time of a class. */
const climb = (
  urgency: Urgency,
  n: 0 | 1 | 2,
  rung: Rung,
  audience: readonly LadderAudience[],
  ways: readonly LadderWay[] = ['message'],
): Step => ({ rung, anchor: 'due', amount: after[urgency].amounts[n], unit: after[urgency].unit, audience, ways });

const flags = (red: readonly LadderAudience[] = ['holder']): Step[] => [
  atOnce('yellow', 'yellow', ['holder']),
  atOnce('red', 'due', red),
];
const urge = (urgency: Urgency): Step => climb(urgency, 0, 'urge', ['holder', 'department-head']);

/** Of a critical ticket the duty office (the shift-lead) is the last to hear, of all others the district office. */
const whole = (urgency: Urgency): Step[] => [
  ...flags(),
  urge(urgency),
  climb(urgency, 1, 'supervision', ['supervisor'], ['message', 'supervision']),
  urgency === 'critical'
    ? climb(urgency, 2, 'duty-office', ['shift-lead'])
    : climb(urgency, 2, 'district-office', ['leader']),
  {
    rung: 'monthly-notice',
    anchor: 'before',
    amount: 1,
    unit: 'months',
    audience: ['manager'],
    ways: ['monthly-notice'],
  },
];

const steps: Record<LadderName, (urgency: Urgency) => Step[]> = {
  sign: (urgency) => [atOnce('reminder', 'start', ['holder']), ...whole(urgency)],
  finish: whole,
  // Whose answer did not hold hears of it at once from above.
  rework: (urgency) => [atOnce('reminder', 'start', ['department-head']), ...whole(urgency)],
  step: (urgency) => [...flags(), urge(urgency)],
  // The supervisor reviews what was put aside; whoever planned it says how it stands.
  hold: (urgency) => [
    atOnce('red', 'due', ['holder', 'supervisor']),
    urge(urgency),
    climb(urgency, 1, 'manager', ['manager']),
  ],
  hotline: (urgency) => [
    ...flags(),
    climb(urgency, 0, 'shift-lead', ['shift-lead']),
    climb(urgency, 1, 'supervisor', ['supervisor']),
    climb(urgency, 2, 'manager', ['manager']),
  ],
  promise: () => flags(['holder', 'supervisor']),
};

/** The ladder a new system begins with. Data from the first day: an administrator changes it. */
export const defaultLadder: readonly LadderRule[] = (Object.keys(urgencies) as Urgency[]).flatMap((urgency) =>
  (Object.keys(steps) as LadderName[]).flatMap((ladder) =>
    steps[ladder](urgency).map((step) => ({
      ...step,
      ladder,
      urgency,
      atNight: urgencies[urgency].aroundTheClock,
      isOn: true,
    })),
  ),
);
