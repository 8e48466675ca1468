import fc from 'fast-check';
import { comparable, likeness, sharedWords } from './likeness';
import { termsOf } from './terms';

const told = (title: string, content = '') => ({ title, content, address: null });
const alike = (one: string, other: string): number => likeness(comparable(told(one)), comparable(told(other)));

describe('how alike two matters are told', () => {
  it('is 1 for the same words, however they are written, and 0 for none in common', () => {
    expect(alike('滨河路ＡＢ路灯不亮', '滨河路ab，路灯不亮')).toBeGreaterThan(0.8);
    expect(alike('路灯不亮', '路灯不亮')).toBeCloseTo(1);
    expect(alike('路灯不亮', '井盖缺失')).toBe(0);
    expect(alike('', '')).toBe(0);
  });

  it('lies between, the same both ways, whatever is said', () => {
    const texts = fc.array(fc.constantFrom(...Array.from('路灯不亮井盖缺失，a1𠮷 ')), { maxLength: 40 });
    const text = texts.map((characters) => characters.join(''));
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(alike(one, other)).toBeGreaterThanOrEqual(0);
        expect(alike(one, other)).toBeLessThanOrEqual(1 + 1e-9);
        expect(alike(one, other)).toBeCloseTo(alike(other, one));
      }),
    );
  });

  it('is told by the longest pieces that stand in both', () => {
    const shared = sharedWords('滨河路二号楼前路灯不亮', '昨晚滨河路二号楼旁的路灯不亮了');
    expect(shared).toEqual(['滨河路二号楼', '路灯不亮']);
    expect(sharedWords('路灯', '路灯')).toEqual([]);
  });
});

describe('the terms of a matter', () => {
  it('come from its title first, then its place, then its text, and no more than are wanted', () => {
    const terms = termsOf({ title: '路灯不亮', content: '已经三天没有修', address: '滨河路二号' }, 6);
    expect(terms).toEqual([
      ...termsOf(told('路灯不亮'), 9),
      ...termsOf(told('滨河路二号'), 9),
      ...termsOf(told('已经三'), 9),
    ]);
  });

  it('are none of a text that is shorter than one of them', () => {
    expect(termsOf(told('停水'), 9)).toEqual([]);
  });
});
