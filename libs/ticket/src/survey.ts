import type { Ticket } from './ticket';

/** A survey's link is valid for so long after its round was closed (domain.md §2). */
export const surveyDays = 7;

const dayMs = 86_400_000;

/** One asking of one citizen, about one round of one ticket. */
export interface Survey {
  readonly round: number;
  /** When the citizen was first told of it. */
  readonly madeAt: Date;
  readonly answeredAt: Date | null;
}

type Asked = Pick<Ticket, 'state' | 'round'>;

/**
 * Whether there is an answer to be asked about: that of this round, or for a merged ticket the master's. What was
 * answered on the call is rated at its end and never by link.
 */
export const isAskable = ({ state, round }: Asked): boolean =>
  state === 'merged' || (round > 0 && (state === 'callback' || state === 'closed'));

/** Until when the link is valid; null while the ticket still waits for the citizen's call. */
export function surveyUntil({ state, closedAt }: Pick<Ticket, 'state' | 'closedAt'>, { madeAt }: Survey): Date | null {
  // A merged ticket was closed when it was merged, long before there was an answer.
  const from = state === 'merged' ? madeAt : closedAt;
  return from && new Date(from.getTime() + surveyDays * dayMs);
}

/** `over`: the link leads nowhere any more, because its time has passed or the matter is handled again. */
export type SurveyStanding = 'open' | 'answered' | 'over';

export function surveyStanding(
  ticket: Pick<Ticket, 'state' | 'round' | 'closedAt' | 'archivedAt'>,
  survey: Survey,
  at: Date,
): SurveyStanding {
  const until = surveyUntil(ticket, survey);
  const isOver = ticket.archivedAt !== null || survey.round !== ticket.round || !isAskable(ticket);
  if (isOver || (until !== null && until <= at)) return 'over';
  return survey.answeredAt ? 'answered' : 'open';
}
