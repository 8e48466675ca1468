import { seedDepartments } from '#routing/seed-directory';
import { Random } from '#platform/random';
import { wulongTowns } from './wulong-areas';

/** How a department goes about what it is given. */
export interface Habits {
  /** How much of its time it usually takes, 0 to 1. */
  readonly pace: number;
  /** How often it is late with a signature or an answer. */
  readonly late: number;
  /** How often it says that a matter is somebody else's. */
  readonly returns: number;
  /** How often it speaks with the citizen first. */
  readonly contacts: number;
  /** How often its answers are sent back. */
  readonly sentBack: number;
  /** How often it asks for more time. */
  readonly extensions: number;
  /** How dissatisfied people are with it, where 1 is usual. */
  readonly discontent: number;
}

const usual: Habits = {
  ...{ pace: 0.4, late: 0.025, returns: 0.03, contacts: 0.94 },
  ...{ sentBack: 0.04, extensions: 0.02, discontent: 1 },
};

/** What is known of some by their codes in the first directory. */
const known: Readonly<Record<string, Partial<Habits>>> = {
  housing: { pace: 0.62, late: 0.07, returns: 0.07, extensions: 0.08, discontent: 2.4 },
  planning: { pace: 0.66, late: 0.08, extensions: 0.1, sentBack: 0.07, discontent: 2.1 },
  labour: { pace: 0.55, extensions: 0.05, discontent: 1.6 },
  agriculture: { pace: 0.58, late: 0.05, contacts: 0.86, discontent: 1.5 },
  market: { pace: 0.45, discontent: 1.3 },
  environment: { late: 0.04, returns: 0.08, contacts: 0.88 },
  transport: { pace: 0.5, returns: 0.06, extensions: 0.05 },
  'traffic-police': { pace: 0.25, returns: 0.09, contacts: 0.82 },
  urban: { pace: 0.22, contacts: 0.97, discontent: 0.8 },
  water: { pace: 0.15, late: 0.01, contacts: 0.99, returns: 0.01, discontent: 0.5 },
  power: { pace: 0.12, late: 0.005, contacts: 0.99, returns: 0.01, discontent: 0.4 },
  gas: { pace: 0.14, late: 0.01, contacts: 0.98, returns: 0.01, discontent: 0.5 },
  'medical-insurance': { pace: 0.2, discontent: 0.5 },
  'service-centre': { pace: 0.2, late: 0.01, returns: 0.01, discontent: 0.6 },
};

/** Towns differ: some answer at once, some are known for being late. */
const towns = wulongTowns.map(({ code }, index) => {
  const random = Random.for(2_021, index);
  const pace = 0.2 + random.next() * 0.5;
  const habits = {
    ...{ pace, late: 0.01 + random.next() * 0.07 * pace, returns: random.next() * 0.06 },
    ...{ contacts: 0.84 + random.next() * 0.15, discontent: 0.5 + random.next() * 1.4 },
  };
  return [townCode(code), { ...usual, ...habits }] as const;
});

/** The code of a town's government, by that of its area. */
export function townCode(areaCode: string): string {
  return `town-${areaCode}`;
}

/** By the department's code. */
export const habits: ReadonlyMap<string, Habits> = new Map([
  ...seedDepartments.map(({ code }) => [code, { ...usual, ...known[code] }] as const),
  ...towns,
]);
