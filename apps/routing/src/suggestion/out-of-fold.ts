import { fitMargins, measure, noDistances, type Distances, type Lesson } from './margins';
import { Random } from '#platform/random';
import type { Vocabulary } from './vocabulary';

/** More folds are nearer to what all messages teach, and cost as many fits. */
const folds = 4;
const seed = 54321;

/** How far each message lies from each label by margins that never saw it: what a new message would be told. */
export function outOfFold(lesson: Lesson, vocabulary: Vocabulary): Distances {
  const into = noDistances(lesson.labels.length, lesson.labelCount);
  const foldOf = dealt(lesson.labels);
  const members = Int32Array.from(lesson.labels.keys());
  for (let fold = 0; fold < folds; fold += 1) {
    const margins = fitMargins(
      lesson,
      vocabulary,
      members.filter((member) => foldOf[member] !== fold),
    );
    measure(
      margins,
      lesson.views,
      members.filter((member) => foldOf[member] === fold),
      into,
    );
  }
  return into;
}

/** The fold of each message: those of one label are dealt out evenly, so that no fold goes without a rare one. */
function dealt(labels: Int32Array): Uint8Array {
  const shuffled = Int32Array.from(labels.keys());
  new Random(seed).shuffle(shuffled);
  const byLabel = shuffled.sort((left, right) => (labels[left] as number) - (labels[right] as number));
  const foldOf = new Uint8Array(labels.length);
  byLabel.forEach((member, at) => (foldOf[member] = at % folds));
  return foldOf;
}
