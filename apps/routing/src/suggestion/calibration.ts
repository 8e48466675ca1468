import type { Distances } from './margins';

/**
 * Turns distances into probabilities that add up to 1: of each label the exponential of
 * `whole × its distance by all + title × its distance by the title + offset`, as a share of all labels'.
 */
export interface Calibration {
  readonly whole: Float64Array;
  readonly title: Float64Array;
  readonly offset: Float64Array;
}

/** A label of few messages stays near what is usual: its own are weighed against so many of these. */
const ridge = 1;
const usual = { whole: 4, title: 0.5, offset: 0 };
const sweeps = 20;
/** Where all is certain, and wrong, the slope is steep and the bend hardly there: Newton alone would step out of all numbers. */
const longestStep = 1;

/** @param distances out of fold, or the probabilities would be those of messages that were learnt by heart */
export function fitCalibration(distances: Distances, labels: Int32Array, labelCount: number): Calibration {
  const calibration: Calibration = {
    whole: new Float64Array(labelCount).fill(usual.whole),
    title: new Float64Array(labelCount).fill(usual.title),
    offset: new Float64Array(labelCount).fill(usual.offset),
  };
  const odds = new Odds(distances, calibration, labels);
  for (let sweep = 0; sweep < sweeps; sweep += 1)
    for (const part of ['whole', 'title', 'offset'] as const)
      for (let label = 0; label < labelCount; label += 1) {
        const asked = odds.step(part, label, ridge * ((calibration[part][label] as number) - usual[part]));
        const step = Math.max(-longestStep, Math.min(longestStep, asked));
        calibration[part][label] = (calibration[part][label] as number) + step;
        odds.take(part, label, step);
      }
  return calibration;
}

/** Probabilities of one message, into an array of as many labels. */
export function toProbabilities(
  { whole, title, offset }: Calibration,
  distances: Distances,
  message: number,
): Float64Array {
  const first = message * offset.length;
  const powers = offset.map((own, label) => {
    const byAll = (whole[label] as number) * (distances.whole[first + label] as number);
    return own + byAll + (title[label] as number) * (distances.title[first + label] as number);
  });
  const largest = powers.reduce((left, right) => Math.max(left, right), -Infinity);
  const shares = powers.map((power) => Math.exp(power - largest));
  const sum = shares.reduce((left, right) => left + right, 0);
  return shares.map((share) => share / sum);
}

/** The probabilities of all messages while one number of the calibration after the other is moved. */
class Odds {
  private readonly probabilities: Float64Array[];

  constructor(
    private readonly distances: Distances,
    calibration: Calibration,
    private readonly labels: Int32Array,
  ) {
    this.probabilities = Array.from(labels, (_, message) => toProbabilities(calibration, distances, message));
  }

  /** Newton's step for one number. @param pull what the ridge asks back */
  step(part: keyof Calibration, label: number, pull: number): number {
    let [slope, bend] = [pull, ridge];
    this.probabilities.forEach((own, message) => {
      const probability = own[label] as number;
      const factor = this.factor(part, message, own.length, label);
      slope += factor * (probability - (this.labels[message] === label ? 1 : 0));
      bend += factor * factor * probability * (1 - probability);
    });
    return -slope / bend;
  }

  /** Moves one number: the label's odds against all others change by the same power. */
  take(part: keyof Calibration, label: number, step: number): void {
    this.probabilities.forEach((own, message) => {
      const grown = Math.exp(step * this.factor(part, message, own.length, label));
      const sum = 1 + (own[label] as number) * (grown - 1);
      own[label] = (own[label] as number) * grown;
      for (let each = 0; each < own.length; each += 1) own[each] = (own[each] as number) / sum;
    });
  }

  private factor(part: keyof Calibration, message: number, labelCount: number, label: number): number {
    return part === 'offset' ? 1 : (this.distances[part][message * labelCount + label] as number);
  }
}
