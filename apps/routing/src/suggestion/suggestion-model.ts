import { fitCalibration, toProbabilities, type Calibration } from './calibration';
import { cutOff, type Judged } from './cut-off';
import { GramCounter } from './gram-counts';
import { fitMargins, measure, noDistances, type Distances, type Margins } from './margins';
import { outOfFold } from './out-of-fold';
import { phrases } from './phrases';
import type { Message } from './text-grams';
import { Vocabulary } from './vocabulary';

/** A message whose label is known. */
export interface Example extends Message {
  readonly label: string;
}

/** What a model says of a message, of one label. */
export interface Suggestion {
  readonly label: string;
  /** 0 to 1; those of all labels add up to 1. */
  readonly probability: number;
  /** Whether it is so sure that nobody need be asked. */
  readonly isSure: boolean;
}

/** How good a model is on messages that it had not seen, 0 to 1. */
export interface Figures {
  /** How often its likeliest suggestion was right. */
  readonly accuracy: number;
  /** Of how many it was sure, and how often it was right then. */
  readonly coverage: number;
  readonly precision: number;
}

/** Everything that a model is made of; `SuggestionModel` judges by it. */
export interface Learnt {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly margins: Margins;
  readonly calibration: Calibration;
  /** By label; null where it is never sure. */
  readonly cutOffs: readonly (number | null)[];
  /** How many messages it was learnt from. */
  readonly examples: number;
  readonly figures: Figures;
}

/** A label of fewer messages is not learnt. */
const leastExamples = 8;

/** Tells of which label a message is likely to be. The same examples make the same model. */
export class SuggestionModel {
  private readonly counter = new GramCounter();

  constructor(readonly learnt: Learnt) {}

  /**
   * Null when fewer than two labels have messages enough.
   * @param precision what is sure shall be right this often, by messages that were not learnt from
   */
  static train(examples: readonly Example[], precision: number): SuggestionModel | null {
    const labels = learntLabels(examples);
    if (labels.length < 2) return null;
    const numbers = new Map(labels.map((label, number) => [label, number]));
    const known = examples.filter(({ label }) => numbers.has(label));
    const counted = new GramCounter().of(known);
    const vocabulary = Vocabulary.of(counted);
    const ofKnown = Int32Array.from(known, ({ label }) => numbers.get(label) ?? 0);
    const lesson = { views: vocabulary.views(counted), labels: ofKnown, labelCount: labels.length };
    const unseen = outOfFold(lesson, vocabulary);
    const calibration = fitCalibration(unseen, ofKnown, labels.length);
    const judged = judgedByLabel(calibration, unseen, ofKnown);
    const cutOffs = judged.map((ofLabel) => cutOff(ofLabel, precision));
    const figures = figuresOf(judged, cutOffs);
    const margins = fitMargins(lesson, vocabulary, Int32Array.from(known.keys()));
    return new SuggestionModel({ labels, vocabulary, margins, calibration, cutOffs, examples: known.length, figures });
  }

  /** Of every label, the likeliest first. */
  judge(message: Message): Suggestion[] {
    const { labels, vocabulary, margins, calibration, cutOffs } = this.learnt;
    const distances = noDistances(1, labels.length);
    measure(margins, vocabulary.views(this.counter.of([message])), [0], distances);
    const probabilities = toProbabilities(calibration, distances, 0);
    const suggestions = labels.map((label, number): Suggestion => {
      const probability = probabilities[number] as number;
      return { label, probability, isSure: probability >= (cutOffs[number] ?? Infinity) };
    });
    return suggestions.sort((left, right) => right.probability - left.probability);
  }

  /** The phrases of a message that speak most for a label. */
  reasons(message: Message, label: string): string[] {
    const { labels, vocabulary, margins } = this.learnt;
    const own = margins.whole[labels.indexOf(label)];
    if (!own) return [];
    return phrases(message, (bucket) => {
      const column = vocabulary.columnAt(bucket);
      return column < 0 ? 0 : (own.weights[column] as number) * (vocabulary.rarities[column] as number);
    });
  }
}

function learntLabels(examples: readonly Example[]): string[] {
  const counts = new Map<string, number>();
  for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts.keys()].filter((label) => (counts.get(label) ?? 0) >= leastExamples).sort();
}

/** Messages by the label that is likeliest for them. */
function judgedByLabel(calibration: Calibration, unseen: Distances, labels: Int32Array): Judged[][] {
  const judged = Array.from(calibration.offset, (): Judged[] => []);
  labels.forEach((label, message) => {
    const probabilities = toProbabilities(calibration, unseen, message);
    const probability = Math.max(...probabilities);
    const likeliest = probabilities.indexOf(probability);
    judged[likeliest]?.push({ probability, isRight: likeliest === label });
  });
  return judged;
}

function figuresOf(judged: readonly (readonly Judged[])[], cutOffs: readonly (number | null)[]): Figures {
  const all = judged.flat();
  const sure = judged.flatMap((ofLabel, label) =>
    ofLabel.filter(({ probability }) => probability >= (cutOffs[label] ?? Infinity)),
  );
  const right = (some: readonly Judged[]): number => some.filter(({ isRight }) => isRight).length / (some.length || 1);
  return { accuracy: right(all), coverage: sure.length / all.length, precision: right(sure) };
}
