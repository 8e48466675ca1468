import {
  chanceOf,
  latenessFactorNames,
  type LatenessFactor,
  type LatenessLevels,
  type LatenessModel,
} from '#ticket/lateness';

/** Parts that were alike in every factor at some moment, and how many of them were late in the end. */
export interface Cell {
  readonly levels: LatenessLevels;
  readonly parts: number;
  readonly late: number;
}

/** A level is believed only as far as it was seen: so many parts without a word of their own stand beside it. */
const ridge = 4;
const mostSweeps = 200;
/** In log-odds; below it nothing moves that anybody would see. */
const settled = 1e-4;
/** A first step from nothing may overshoot. */
const longestStep = 1;

/**
 * The weights under which what happened was likeliest: a logistic regression over levels, one factor after the other by
 * Newton's step until nothing moves. The same cells always give the same model.
 */
export function fitLateness(cells: readonly Cell[]): LatenessModel {
  const weights = Object.fromEntries(latenessFactorNames.map((factor) => [factor, {}])) as Weights;
  const model = { base: 0, weights };
  for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
    const step = baseStep(cells, model);
    model.base += step;
    const steps = latenessFactorNames.map((factor) => settle(cells, model, factor));
    if (Math.max(Math.abs(step), ...steps) < settled) break;
  }
  return model;
}

/** One part that was late and one that was not stand beside all others, or a city that was never late never could be. */
function baseStep(cells: readonly Cell[], model: LatenessModel): number {
  const { surplus = 0, curvature = 0 } = slopes(cells, model, () => '').get('') ?? {};
  const chance = 1 / (1 + Math.exp(-model.base));
  return stepOf({ surplus: surplus + 1 - 2 * chance, curvature: curvature + 2 * chance * (1 - chance) }, 0, 0);
}

type Weights = Record<LatenessFactor, Record<string, number>>;

interface Fitting {
  base: number;
  readonly weights: Weights;
}

/**
 * Moves the levels of one factor; answers the longest step. What all of them have in common belongs to the base: the ridge
 * would move it there too, a grain at a time.
 */
function settle(cells: readonly Cell[], model: Fitting, factor: LatenessFactor): number {
  const own = model.weights[factor];
  let longest = 0;
  for (const [level, slope] of slopes(cells, model, ({ levels }) => levels[factor])) {
    const step = stepOf(slope, own[level] ?? 0, ridge);
    own[level] = (own[level] ?? 0) + step;
    longest = Math.max(longest, Math.abs(step));
  }
  const levels = Object.keys(own);
  const common = levels.reduce((sum, level) => sum + (own[level] ?? 0), 0) / Math.max(1, levels.length);
  for (const level of levels) own[level] = (own[level] ?? 0) - common;
  model.base += common;
  return longest;
}

interface Slope {
  /** More were late than the model says. */
  surplus: number;
  curvature: number;
}

function slopes(
  cells: readonly Cell[],
  model: LatenessModel,
  levelOf: (cell: Cell) => string,
): ReadonlyMap<string, Slope> {
  const found = new Map<string, Slope>();
  for (const cell of cells) {
    const level = levelOf(cell);
    const slope = found.get(level) ?? { surplus: 0, curvature: 0 };
    const chance = chanceOf(model, cell.levels);
    slope.surplus += cell.late - cell.parts * chance;
    slope.curvature += cell.parts * chance * (1 - chance);
    found.set(level, slope);
  }
  return found;
}

function stepOf({ surplus, curvature }: Slope, weight: number, pull: number): number {
  const step = (surplus - pull * weight) / (curvature + pull);
  return Math.max(-longestStep, Math.min(longestStep, step));
}

/** Bands of chances in which what was said is compared with what came. */
const bands = 10;

/**
 * How far what was said lies from what came, on average over all parts: of those with a chance of about 30 %, the share
 * that was late less 30 %, and so for each tenth. From 0 to 1; null without a part.
 */
export function calibrationError(model: LatenessModel, cells: readonly Cell[]): number | null {
  const sums = Array.from({ length: bands }, () => ({ said: 0, late: 0 }));
  let parts = 0;
  for (const cell of cells) {
    const chance = chanceOf(model, cell.levels);
    const band = sums[Math.min(bands - 1, Math.floor(chance * bands))];
    if (!band) continue;
    band.said += chance * cell.parts;
    band.late += cell.late;
    parts += cell.parts;
  }
  return parts === 0 ? null : sums.reduce((sum, { said, late }) => sum + Math.abs(said - late), 0) / parts;
}
