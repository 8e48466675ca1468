import { shanghaiDate } from '#calendar/shanghai-time';
import type { limitStandings } from '#http-api/time-limit-shapes';
import type { TimeLimit } from './time-limit';

/** What a limit is to the steps that start at an instant, among the versions for the same class and step. */
export function limitStanding(limit: TimeLimit, versions: readonly TimeLimit[], at: Date): keyof typeof limitStandings {
  const today = shanghaiDate(at);
  // Of two that begin together the later version counts.
  const isReplaced = versions.some((each) => each.version > limit.version && each.validFrom === limit.validFrom);
  if (isReplaced) return 'past';
  if (since(limit) > today) return 'planned';
  const isFollowed = versions.some((each) => since(each) > since(limit) && since(each) <= today);
  return isFollowed || limit.amount === null ? 'past' : 'in-force';
}

/** Dates compare as text; what has always been valid comes before all of them. */
const since = ({ validFrom }: TimeLimit): string => validFrom ?? '';
