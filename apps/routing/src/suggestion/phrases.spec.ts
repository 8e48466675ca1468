import { phrases } from './phrases';
import { eachTextGram } from './text-grams';

/** Grams that speak for the label, and those that speak against it. */
const weighing = (weights: Readonly<Record<string, number>>) => {
  const known = new Map<number, number>();
  for (const [gram, weight] of Object.entries(weights))
    eachTextGram(gram, (bucket, begin, end) => end - begin === gram.length && known.set(bucket, weight));
  return (bucket: number): number => known.get(bucket) ?? 0;
};

describe('the phrases that speak for a label', () => {
  const weightOf = weighing({ 路: 1, 灯: 1, 路灯: 2, 不亮: 1, 井盖: 1, 学校: -1 });

  it('are the stretches of the message whose grams do, the strongest first', () => {
    const message = { title: '反映问题', text: '学校旁路灯，还有井盖' };
    expect(phrases(message, weightOf)).toEqual(['路灯', '井盖']);
  });

  it('are said once, though title and text have them', () => {
    expect(phrases({ title: '路灯不亮', text: '这里路灯不亮。路灯' }, weightOf)).toEqual(['路灯不亮']);
  });

  it('are none of those that speak much less for it than the strongest', () => {
    const faint = weighing({ 路灯: 2, 水表: 0.4 });
    expect(phrases({ title: '路灯旁', text: '有水表' }, faint)).toEqual(['路灯']);
    expect(phrases({ title: '', text: '有水表' }, faint)).toEqual(['水表']);
  });

  it('are three at most, and none where nothing speaks for it', () => {
    const text = '路灯，井盖，不亮，路';
    expect(phrases({ title: '路', text: `${text}，路边的灯` }, weightOf)).toHaveLength(3);
    expect(phrases({ title: '学校', text: '学校附近' }, weightOf)).toEqual([]);
  });
});
