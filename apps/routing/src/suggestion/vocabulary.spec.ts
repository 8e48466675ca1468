import { GramCounter } from './gram-counts';
import { eachTextGram } from './text-grams';
import { Vocabulary } from './vocabulary';

const count = (...texts: string[]) => new GramCounter().of(texts.map((text) => ({ title: '求助', text })));
const columnOf = (vocabulary: Vocabulary, character: string): number => {
  let column = -1;
  eachTextGram(character, (bucket) => (column = vocabulary.columnAt(bucket)));
  return column;
};

describe('the grams that a model knows', () => {
  const vocabulary = Vocabulary.of(count('路灯', '路灯', '路桥', '桥'));

  it('are those of three messages at least, so that none tells who wrote it', () => {
    expect(columnOf(vocabulary, '路')).toBeGreaterThanOrEqual(0);
    expect(columnOf(vocabulary, '灯')).toBe(-1);
  });

  it('have those of titles first', () => {
    // 求, 助 and 求助, in the title and in its text's stead.
    expect(vocabulary.titleSize).toBe(3);
    expect(columnOf(vocabulary, '求')).toBeGreaterThanOrEqual(3);
  });

  it('count more the rarer they are', () => {
    const rarity = (character: string) => vocabulary.rarities[columnOf(vocabulary, character)] ?? 0;
    expect(rarity('路')).toBeGreaterThan(rarity('求'));
  });

  it('make of each message a row of length one, of the title by itself as of the whole', () => {
    const { whole, title } = vocabulary.views(count('路', '完全不同的话'));
    for (const { starts, values } of [whole, title])
      for (const row of [0, 1]) {
        const own = values.slice(starts[row], starts[row + 1]);
        expect(own.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
      }
    expect(whole.starts[1]).toBeGreaterThan(title.starts[1] ?? 0);
  });

  it('leave a message that says nothing known an empty row', () => {
    const { starts } = vocabulary.views(new GramCounter().of([{ title: '？', text: '……' }])).whole;
    expect([...starts]).toEqual([0, 0]);
  });
});
