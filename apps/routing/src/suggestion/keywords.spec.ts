import fc from 'fast-check';
import { Keywords } from './keywords';

const names = [
  { key: 'waste', name: '垃圾清运' },
  { key: 'lamps', name: '路灯与公共设施' },
  { key: 'water', name: '自来水公司' },
  { key: 'gas', name: '燃气公司' },
];
const keywords = new Keywords(names);
const found = (title: string, text = '') => keywords.of({ title, text });

describe('the names of categories and departments as keywords', () => {
  it('find whose name, or a part of it, the matter has', () => {
    expect(found('路灯不亮')).toEqual([{ key: 'lamps', share: 1, phrases: ['路灯'] }]);
  });

  it('find it also where the matter tells it in pieces', () => {
    expect(found('垃圾三天没有清运')).toMatchObject([{ key: 'waste', phrases: ['垃圾', '清运'] }]);
  });

  it('find nothing by what many names have', () => {
    expect(found('某公司不退押金')).toEqual([]);
    expect(found('自来水发黄')).toMatchObject([{ key: 'water', phrases: ['自来水'] }]);
  });

  it('give shares between a half and one, the most first, with phrases that stand in both, whatever is written', () => {
    const characters = fc.constantFrom(...Array.from('垃圾清运路灯公共设施自来水司，。ab　Ａ'));
    const text = fc.array(characters, { maxLength: 30 }).map((each) => each.join(''));
    fc.assert(
      fc.property(text, text, (title, content) => {
        const shares = found(title, content).map(({ share }) => share);
        expect(shares.every((share) => share >= 0.5 && share <= 1 + 1e-9)).toBe(true);
        expect(shares).toEqual(shares.toSorted((left, right) => right - left));
        for (const { key, phrases } of found(title, content))
          for (const phrase of phrases) {
            expect(names.find((each) => each.key === key)?.name).toContain(phrase);
            expect(`${title}\n${content}`.normalize('NFKC').toLowerCase()).toContain(phrase);
          }
      }),
    );
  });
});
