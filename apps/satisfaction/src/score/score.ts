import type { rate } from '../rate';

type Rate = ReturnType<typeof rate>;

/** What a rate is worth: nothing up to `floor`, all `points` from `cap` on, and in between as far as it got. Both are shares (0.95). */
export interface ScoreRule {
  /** The name of a formula. */
  readonly rate: string;
  readonly points: number;
  readonly floor: number;
  readonly cap: number;
}

/** By what departments are compared, as it was from a version on. */
export interface ScoreRules {
  readonly version: number;
  /** Whoever leads fewer tickets is not ranked (不排名). */
  readonly leastTickets: number;
  readonly rules: readonly ScoreRule[];
}

export interface ScorePart extends ScoreRule {
  /** Null where there was nothing to judge. */
  readonly earned: number | null;
}

export interface Score {
  /** Out of a hundred, of what could be judged, to one decimal; null where nothing could. */
  readonly value: number | null;
  readonly parts: readonly ScorePart[];
}

/** What a department's rates are worth. What it had no ticket for neither gives nor costs a point. */
export function scoreOf({ rules }: ScoreRules, rateNamed: (name: string) => Rate | undefined): Score {
  const parts = rules.map((rule) => ({ ...rule, earned: earnedBy(rule, rateNamed(rule.rate)?.value ?? null) }));
  const judged = parts.filter(({ earned }) => earned !== null);
  const possible = judged.reduce((sum, { points }) => sum + points, 0);
  const earned = judged.reduce((sum, part) => sum + (part.earned ?? 0), 0);
  return { value: possible === 0 ? null : tenths((earned / possible) * 100), parts };
}

const earnedBy = ({ points, floor, cap }: ScoreRule, value: number | null): number | null =>
  value === null ? null : points * Math.min(1, Math.max(0, (value - floor) / (cap - floor)));

const tenths = (value: number): number => Math.round(value * 10) / 10;
