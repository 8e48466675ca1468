/** What is known of a department's open part, as far as it tells how likely it is to be late. */
export interface LatenessFacts {
  readonly departmentId: string;
  /** The uppermost category above the ticket's own; null where it has none. */
  readonly rootCategory: string | null;
  /** Parts that lie on the department's desk now, its own among them. */
  readonly openParts: number;
  /** Parts that usually lie there. */
  readonly usualParts: number;
  /** Share of its time that is over: 0 at dispatch, 1 when it is due. */
  readonly elapsed: number;
}

/** Upper borders of the bands, each exclusive; what lies above the last is a band of its own. */
const elapsedBands = [0.2, 0.4, 0.6, 0.75, 0.9] as const;
const loadBands = [0.7, 1.1, 1.5, 2.2] as const;

/** So few parts are nobody's load: twice of one is not twice the work. */
const evenParts = 3;
const loadOf = ({ openParts, usualParts }: LatenessFacts): number => (openParts + evenParts) / (usualParts + evenParts);

const bandOf = (borders: readonly number[], value: number): string => {
  const index = borders.findIndex((border) => value < border);
  return String(index < 0 ? borders.length : index);
};

interface FactorRow {
  readonly label: string;
  readonly levelOf: (facts: LatenessFacts) => string;
  /** What a clerk reads when it makes the part more likely to be late. */
  readonly reason: (facts: LatenessFacts) => string;
}

/** What makes parts late, each by levels with a weight of their own. */
export const latenessFactors = {
  elapsed: {
    label: '已用时限',
    levelOf: ({ elapsed }) => bandOf(elapsedBands, elapsed),
    reason: ({ elapsed }) => `时限已用${Math.floor(elapsed * 100)}%`,
  },
  load: {
    label: '在办量',
    levelOf: (facts) => bandOf(loadBands, loadOf(facts)),
    reason: (facts) => `承办单位在办${facts.openParts}件，平时约${Math.round(facts.usualParts)}件`,
  },
  department: {
    label: '承办单位',
    levelOf: ({ departmentId }) => departmentId,
    reason: () => '承办单位近一年超期偏多',
  },
  category: {
    label: '诉求类别',
    levelOf: ({ rootCategory }) => rootCategory ?? '',
    reason: () => '这类诉求近一年超期偏多',
  },
} as const satisfies Record<string, FactorRow>;

export type LatenessFactor = keyof typeof latenessFactors;
export const latenessFactorNames = Object.keys(latenessFactors) as LatenessFactor[];

/** Log-odds: what every part begins with, and what each level of a factor adds. A level nobody has seen adds nothing. */
export interface LatenessModel {
  readonly base: number;
  readonly weights: Readonly<Record<LatenessFactor, Readonly<Record<string, number>>>>;
}

export type LatenessLevels = Readonly<Record<LatenessFactor, string>>;

export const latenessLevels = (facts: LatenessFacts): LatenessLevels => ({
  elapsed: latenessFactors.elapsed.levelOf(facts),
  load: latenessFactors.load.levelOf(facts),
  department: latenessFactors.department.levelOf(facts),
  category: latenessFactors.category.levelOf(facts),
});

export const riskLevels = {
  low: { label: '低', from: 0 },
  medium: { label: '中', from: 0.2 },
  high: { label: '高', from: 0.5 },
} as const;
export type RiskLevel = keyof typeof riskLevels;

/** What a factor makes of the odds, and how a clerk reads it. */
export interface RiskReason {
  readonly factor: LatenessFactor;
  readonly label: string;
  /** 1.8: the odds of being late are 1.8 times what they would be without it. */
  readonly times: number;
}

export interface Risk {
  /** From 0 to 1, in thousandths. */
  readonly chance: number;
  readonly level: RiskLevel;
  /** What raises it, the strongest first. */
  readonly reasons: RiskReason[];
}

const chanceOfOdds = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** The chance that a part of these levels is late. */
export function chanceOf(model: LatenessModel, levels: LatenessLevels): number {
  return chanceOfOdds(latenessFactorNames.reduce((sum, factor) => sum + weightOf(model, factor, levels), model.base));
}

const weightOf = ({ weights }: LatenessModel, factor: LatenessFactor, levels: LatenessLevels): number =>
  weights[factor][levels[factor]] ?? 0;

/** A chance is told in thousandths: nobody knows it better. */
const toldParts = 1_000;

/** What raises the odds by less says nothing to anybody. */
const leastTimes = 1.2;

/** How likely an open part is to be late, and why. */
export function riskOf(model: LatenessModel, facts: LatenessFacts): Risk {
  const levels = latenessLevels(facts);
  const chance = Math.round(chanceOf(model, levels) * toldParts) / toldParts;
  const reasons = latenessFactorNames
    .map((factor) => ({
      factor,
      label: latenessFactors[factor].reason(facts),
      times: Math.round(Math.exp(weightOf(model, factor, levels)) * 10) / 10,
    }))
    .filter(({ times }) => times >= leastTimes)
    .sort((left, right) => right.times - left.times);
  return { chance, level: levelOf(chance), reasons };
}

const levelOf = (chance: number): RiskLevel =>
  chance >= riskLevels.high.from ? 'high' : chance >= riskLevels.medium.from ? 'medium' : 'low';
