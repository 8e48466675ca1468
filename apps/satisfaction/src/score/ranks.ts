/** Somebody to be ranked among those of the same group. */
export interface Ranked {
  readonly key: string;
  readonly group: string;
  readonly tickets: number;
  readonly score: number | null;
}

/** Places within each group, the highest score first; equal scores share one. Who has too few tickets has no place. */
export function ranksOf(all: readonly Ranked[], leastTickets: number): Map<string, number> {
  const judged = all.filter(({ tickets, score }) => tickets >= leastTickets && score !== null);
  return new Map(
    judged.map(({ key, group, score }) => {
      const better = judged.filter((other) => other.group === group && (other.score ?? 0) > (score ?? 0));
      return [key, better.length + 1];
    }),
  );
}
