import { GramCounter } from './gram-counts';
import { fitMargins, measure, noDistances, type Lesson } from './margins';
import { outOfFold } from './out-of-fold';
import { Vocabulary } from './vocabulary';

const lessonOf = (texts: readonly string[], labels: readonly number[]): { lesson: Lesson; vocabulary: Vocabulary } => {
  const counted = new GramCounter().of(texts.map((text) => ({ title: text, text })));
  const vocabulary = Vocabulary.of(counted);
  return { lesson: { views: vocabulary.views(counted), labels: Int32Array.from(labels), labelCount: 2 }, vocabulary };
};

describe('distances out of fold', () => {
  it('are those of margins that never saw the message: nothing is learnt by heart', () => {
    // Who wrote it says nothing of the label, which was drawn by lot.
    const texts = Array.from({ length: 400 }, (_, at) => `第${at % 97}户第${at % 89}栋反映第${at % 83}次`);
    const labels = texts.map((_, at) => (Math.imul(at + 1, 0x9e3779b1) >>> 13) & 1);
    const { lesson, vocabulary } = lessonOf(texts, labels);
    const right = (whole: Float64Array): number =>
      labels.filter((label, at) => (whole[2 * at + label] ?? 0) > (whole[2 * at + 1 - label] ?? 0)).length /
      labels.length;
    const seen = noDistances(texts.length, 2);
    measure(fitMargins(lesson, vocabulary, Int32Array.from(labels.keys())), lesson.views, labels.keys(), seen);
    expect(right(seen.whole)).toBeGreaterThan(0.65);
    expect(right(outOfFold(lesson, vocabulary).whole)).toBeLessThan(0.6);
  });

  it('tell a label that has few messages from another, for none of the folds goes without it', () => {
    const texts = Array.from({ length: 84 }, (_, at) => (at < 8 ? '路灯不亮' : '学区划分'));
    const { lesson, vocabulary } = lessonOf(
      texts,
      texts.map((_, at) => (at < 8 ? 0 : 1)),
    );
    const { whole } = outOfFold(lesson, vocabulary);
    for (let at = 0; at < 8; at += 1) expect(whole[2 * at]).toBeGreaterThan(whole[2 * at + 1] ?? 0);
  });
});
