import type { Line } from './line';
import { counts, isBad, type Rating } from './rating';
import type { SupervisionCause } from './supervision';
import type { Ticket } from './ticket';
import type { TransitionName } from './transition';

/** An order that is to be drafted of a ticket: one for each cause and round, however often it comes up. */
export interface OwedOrder {
  readonly cause: KnownCause;
  /** The round that it is about. */
  readonly round: number;
}

/** Causes of which the house knows by itself. The ladder tells its own by rungs; what leaders write is told by people. */
export type KnownCause = Extract<
  SupervisionCause,
  'media' | 'gathering' | 'dissatisfied-after-rework' | 'false-completion'
>;

type Told = Pick<Line, 'name' | 'data'>;

interface Ground {
  readonly cause: KnownCause;
  /** Whether this line gives it; `round`: the one that the line finds. */
  readonly isMet: (line: Told, round: number) => boolean;
}

/** The second round was a rework: whoever is not content with it is so after a rework, and what follows is round 3. */
const wasReworked = (_line: Told, round: number): boolean => round >= 2;
const thirdRound: Ground = { cause: 'dissatisfied-after-rework', isMet: wasReworked };

const isBadOne = ({ data }: Told): boolean => {
  const rating = data as unknown as Rating;
  return counts(rating) && isBad(rating);
};

/** What happens to a ticket that calls for an order (domain.md §2 rework, §3). */
const happenings: Partial<Record<TransitionName, Ground>> = {
  rate: { cause: 'dissatisfied-after-rework', isMet: (line, round) => wasReworked(line, round) && isBadOne(line) },
  rework: thirdRound,
  upstreamRework: thirdRound,
  reopen: { cause: 'false-completion', isMet: () => true },
};

/** What a ticket is that calls for one while somebody leads: null where it is not so, and else what that rests on. */
const standings = {
  media: ({ channel }) => (channel === 'media' ? channel : null),
  // From how many people on it is one, a setting of whoever drafts says.
  gathering: ({ stability, peopleInvolved }) => (stability ? peopleInvolved : null),
} as const satisfies Partial<Record<KnownCause, (ticket: Ticket) => string | number | null>>;
const standingCauses = Object.keys(standings) as (keyof typeof standings)[];

/** The orders that a move calls for; the same may be called for again. */
export const ordersOwed = (before: Ticket, after: Ticket, lines: readonly Told[]): OwedOrder[] => [
  ...lines.flatMap((line) => {
    const ground = happenings[line.name];
    return ground?.isMet(line, before.round) ? [{ cause: ground.cause, round: before.round }] : [];
  }),
  ...standingCauses
    .filter((cause) => calls(cause, after) && !(before.leadId && standings[cause](before) === standings[cause](after)))
    // Of what a ticket is from the beginning there is one for good.
    .map((cause) => ({ cause, round: 1 })),
];

const calls = (cause: keyof typeof standings, ticket: Ticket): boolean =>
  ticket.leadId !== null && standings[cause](ticket) !== null;
