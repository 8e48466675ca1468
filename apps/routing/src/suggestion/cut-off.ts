/** A message that was judged without having been learnt from: how sure of its likeliest label, and whether rightly. */
export interface Judged {
  readonly probability: number;
  readonly isRight: boolean;
}

/** In standard deviations, one-sided: five times of six the precision is at least what is asserted of it. */
const sureness = 1;
/** What is less likely is taken of no label: the many that are easy would pay for the few that are not. */
const leastProbability = 0.7;

/**
 * From which probability on a label may be taken without asking: the lowest from which on so many were right that the
 * precision is likely to be reached. Null when no probability gives evidence enough.
 */
export function cutOff(judged: readonly Judged[], precision: number): number | null {
  const surestFirst = judged
    .filter(({ probability }) => probability >= leastProbability)
    .sort((left, right) => right.probability - left.probability);
  let [right, lowest] = [0, null as number | null];
  surestFirst.forEach(({ probability, isRight }, before) => {
    if (isRight) right += 1;
    const isLastOfEqual = surestFirst[before + 1]?.probability !== probability;
    if (isLastOfEqual && atLeast(right, before + 1) >= precision) lowest = probability;
  });
  return lowest;
}

/** Wilson's lower bound of a share that was seen among so many. */
export function atLeast(right: number, seen: number): number {
  const squared = sureness * sureness;
  const [share, total] = [right / seen, seen + squared];
  const spread = sureness * Math.sqrt(seen * share * (1 - share) + squared / 4);
  return (right + squared / 2 - spread) / total;
}
