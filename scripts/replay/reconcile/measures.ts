import type { Entry } from '../ledger';

const ends: readonly string[] = ['closed', 'merged', 'withdrawn', 'void', 'returned-up'];

/** Void tickets and merged ones are counted nowhere (domain.md §6). */
const counted = ({ state }: Entry): boolean => state !== 'void' && state !== 'merged';

/** What the report's counts are by the replay's own book: written anew here, so that the two can disagree. */
const measures: Readonly<Record<string, (entry: Entry) => boolean>> = {
  received: () => true,
  answeredOnCall: ({ answeredOnCall }) => answeredOnCall,
  dispatched: ({ dispatched }) => dispatched,
  handled: ({ handled }) => handled,
  closed: ({ state }) => state === 'closed',
  open: ({ state }) => !ends.includes(state),
  withdrawn: ({ state }) => state === 'withdrawn',
  reworked: ({ round }) => round > 1,
  rated: ({ dispatched, rating }) => dispatched && rating !== null,
  satisfied: ({ rating }) => rating !== null && !rating.result.endsWith('dissatisfied'),
  solved: ({ rating }) => rating?.solved === 'yes',
};

/** How many tickets of the ledger this column counts; null for a column the replay knows nothing of. */
export function countedBy(column: string, entries: readonly Entry[]): number | null {
  const measure = measures[column];
  return measure ? entries.filter((entry) => counted(entry) && measure(entry)).length : null;
}

/** Which counts make a rate, by domain.md §6: written anew here as well, so that a wrong formula is found. */
const rates: Readonly<Record<string, readonly [string, string]>> = {
  handledRate: ['handled', 'received'],
  closedRate: ['closed', 'received'],
  answeredOnCallRate: ['answeredOnCall', 'received'],
  satisfactionRateA: ['satisfied', 'rated'],
  participationRate: ['rated', 'dispatched'],
  solvedRate: ['solved', 'rated'],
  reworkRate: ['reworked', 'dispatched'],
};

/** Numerator and denominator of this rate in the ledger; null for one the replay knows nothing of. */
export function ratedBy(column: string, entries: readonly Entry[]): readonly [number, number] | null {
  const parts = rates[column];
  if (!parts) return null;
  const [numerator, denominator] = parts.map((part) => countedBy(part, entries) ?? 0);
  return [numerator ?? 0, denominator ?? 0];
}
