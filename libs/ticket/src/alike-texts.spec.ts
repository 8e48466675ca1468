import fc from 'fast-check';
import { alikeGroups } from './alike-texts';

/** Characters that seldom stand beside one another in a letter. */
const word = fc
  .array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { minLength: 60, maxLength: 200 })
  .map((codes) => String.fromCharCode(...codes));

describe('texts that are alike', () => {
  it('stand in one group whatever day they name, how they begin and what they leave out', () => {
    const text = fc.record({ text: word, others: fc.array(word, { maxLength: 5 }) });
    fc.assert(
      fc.property(text, ({ text, others }) => {
        const copies = [text, `市民您好：${text}`, `${text}（3月12日）`, text.slice(0, Math.ceil(text.length * 0.95))];
        const [group = []] = alikeGroups([...copies, ...others], 0.85);
        expect(group.slice(0, 4)).toEqual([0, 1, 2, 3]);
      }),
    );
  });

  it('are none where each says something else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 8 }), (texts) => {
        expect(alikeGroups(texts, 0.85)).toEqual([]);
      }),
    );
  });

  it('are none where all is phrases, however often they are said', () => {
    expect(alikeGroups(Array<string>(5).fill('您好，您反映的问题已收悉，我们高度重视。'), 0.85)).toEqual([]);
  });

  it('are copies by the share that is asked for', () => {
    const part = (from: number) => String.fromCharCode(...Array.from({ length: 60 }, (_, index) => from + index));
    const half = [part(0x5000) + part(0x6000), part(0x5000) + part(0x7000)];
    expect(alikeGroups(half, 0.49)).toEqual([[0, 1]]);
    expect(alikeGroups(half, 0.85)).toEqual([]);
  });
});
