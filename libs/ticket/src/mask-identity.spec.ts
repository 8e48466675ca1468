import fc from 'fast-check';
import { anyNumber, anyText, digitsOf, ordinaryText } from './any-identity.spec-support';
import { maskCitizen, maskNumbers } from './mask-identity';

describe('a text as lists and departments read it', () => {
  it.each([
    ['我的手机13800001234，请回电', '我的手机138****1234，请回电'],
    ['座机（023）7777 0000没人接', '座机023****0000没人接'],
    ['电话是77770000', '电话是****00'],
    ['一三八 零零零零 一二三四', '一三八****一二三四'],
    ['身份证500232199001011234', '身份证500****1234'],
    ['电话7772000', '电话****00'],
    ['手机138****5678，座机02377770000', '手机138****5678，座机023****0000'],
    ['号码1380000**34', '号码****34'],
    ['银行卡6222 0212 3456 7890 123', '银行卡622****0123'],
  ])('shows of a number what is left of it elsewhere: %s', (said, shown) => {
    expect(maskNumbers(said)).toBe(shown);
  });

  it('leaves what the matter is about: plates, meters, dates, sums, public numbers and our own', () => {
    const said = '渝A12345占道，水表户号20201234567，2026年3月2日报修，收费1280000元，打过12345，工单20260302000000142';
    expect(maskNumbers(said)).toBe(said);
  });

  it('leaves the citizen a surname, wherever they name themselves', () => {
    const citizen = { name: '张小明', phone: '13800001234' };
    expect(maskCitizen('我叫张 小 明，住3栋2单元501室，一三八零零零零一二三四', citizen)).toBe(
      '我叫张****，住3栋2单元501室，一三八****一二三四',
    );
  });
});

describe('whatever a text says', () => {
  it('no phone, resident id or bank card in it is shown whole', () => {
    fc.assert(
      fc.property(anyText, anyNumber, anyText, (before, { written, says }, after) => {
        const shown = maskNumbers(`${before}，${written}。${after}`);
        expect(shown).not.toContain(written);
        expect(digitsOf(shown)).not.toContain(says);
      }),
      { numRuns: 2_000 },
    );
  });

  it('masked again it is the same', () => {
    fc.assert(
      fc.property(anyText, anyNumber, anyText, (before, { written }, after) => {
        const once = maskNumbers(`${before}，${written}。${after}`);
        expect(maskNumbers(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  it('what everybody may know stays', () => {
    fc.assert(fc.property(ordinaryText, (said) => expect(maskNumbers(said)).toBe(said)));
  });
});
