import { fitMargin, type Margin } from './fit-margin';
import { weighed } from './sparse-rows';
import type { Views, Vocabulary } from './vocabulary';

/** What is learnt from: messages as they are judged, and the label of each as a number from 0. */
export interface Lesson {
  readonly views: Views;
  readonly labels: Int32Array;
  readonly labelCount: number;
}

/** Of each label, how far a message lies on its side: by all it says, and by its title. */
export interface Margins {
  readonly whole: readonly Margin[];
  readonly title: readonly Margin[];
}

/** Distances of messages from each label: of message i and label k at `i × labels + k`. */
export interface Distances {
  readonly whole: Float64Array;
  readonly title: Float64Array;
}

const seed = 12345;

/** @param members which messages of the lesson to learn from */
export function fitMargins(
  { views, labels, labelCount }: Lesson,
  vocabulary: Vocabulary,
  members: Int32Array,
): Margins {
  const fitAll = (view: keyof Views, columns: number): Margin[] =>
    Array.from({ length: labelCount }, (_, label) => {
      const isOfLabel = Uint8Array.from(labels, (own) => (own === label ? 1 : 0));
      return fitMargin(views[view], members, isOfLabel, { columns, seed: seed + label });
    });
  return { whole: fitAll('whole', vocabulary.size), title: fitAll('title', vocabulary.titleSize) };
}

export const noDistances = (messages: number, labelCount: number): Distances => ({
  whole: new Float64Array(messages * labelCount),
  title: new Float64Array(messages * labelCount),
});

/** Writes the distances of these messages to where each has its place. */
export function measure(margins: Margins, views: Views, members: Iterable<number>, into: Distances): void {
  const labelCount = margins.whole.length;
  for (const member of members)
    for (const view of ['whole', 'title'] as const)
      for (let label = 0; label < labelCount; label += 1) {
        const { weights, offset } = margins[view][label] as Margin;
        into[view][member * labelCount + label] = weighed(views[view], member, weights) + offset;
      }
}
