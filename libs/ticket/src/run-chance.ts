/** A run of satisfied ratings among all of somebody's, and how satisfied people are elsewhere. */
export interface Run {
  /** How many satisfied ratings followed each other. */
  readonly length: number;
  /** Of so many ratings. */
  readonly ratings: number;
  /** How likely one rating is to be satisfied, from 0 to 1. */
  readonly share: number;
}

/**
 * How likely it is that among so many ratings a run at least as long stands somewhere, if each is satisfied by itself and as
 * often as elsewhere. It begins with the first rating, or after one that is not satisfied: the sum over all beginnings is
 * never too small (Boole's inequality), so nothing looks rarer than it is.
 */
export function runChance({ length, ratings, share }: Run): number {
  if (length > ratings) return 0;
  return Math.min(1, share ** length * (1 + (ratings - length) * (1 - share)));
}
