import fc from 'fast-check';
import { samplePlaceholders } from '#ticket/message-text';
import { checkDigits } from '#ticket/ticket-number';
import { trackingPair } from './tracking-shapes';

const code = '23456789ABCD';
const aNumber = fc
  .integer({ min: 20_200_101_000_0000, max: 20_991_231_999_9999 })
  .map((each) => `${each}${checkDigits(String(each))}`);

/** What is wrong with the number, or nothing. */
const faultOf = (number: string): string | undefined =>
  trackingPair.safeParse({ number, code }).error?.issues.find(({ path }) => path[0] === 'number')?.message;

const typingError = '工单编号有误，可能抄错、漏写或颠倒了数字，请核对后重新输入';

describe('a number that a citizen types', () => {
  it('is refused as a typing error when any one digit is wrong', () => {
    fc.assert(
      fc.property(aNumber, (number) => {
        for (const [place, digit] of [...number].entries())
          for (let by = 1; by < 10; by += 1) {
            const wrong = number.slice(0, place) + String((Number(digit) + by) % 10) + number.slice(place + 1);
            expect(faultOf(wrong)).toBe(typingError);
          }
      }),
    );
  });

  it('is refused as a typing error when any two digits stand in each other’s place', () => {
    fc.assert(
      fc.property(aNumber, (number) => {
        for (let one = 0; one < number.length; one += 1)
          for (let other = one + 1; other < number.length; other += 1) {
            if (number[one] === number[other]) continue;
            const digits = [...number];
            [digits[one], digits[other]] = [digits[other] ?? '', digits[one] ?? ''];
            expect(faultOf(digits.join(''))).toBe(typingError);
          }
      }),
    );
  });

  it('is refused as a typing error when a digit is missing or there is one too many', () => {
    fc.assert(
      fc.property(aNumber, fc.nat({ max: 16 }), (number, place) => {
        expect(faultOf(number.slice(0, place) + number.slice(place + 1))).toBe(typingError);
      }),
    );
    for (const number of ['', 'x', '20261123', '１２３']) expect(faultOf(number)).toBe(typingError);
  });

  it('may have spaces, dashes and wide signs, and its code too, in small letters or large', () => {
    const whole = '202611230000042';
    const right = whole + checkDigits(whole);
    const wide = [...right].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    for (const typed of [
      right,
      `${right.slice(0, 8)} ${right.slice(8)}`,
      `${right.slice(0, 8)}-${right.slice(8)}`,
      wide,
    ])
      expect(trackingPair.parse({ number: typed, code: ' 2345 6789-abcd ' })).toEqual({ number: right, code });
  });

  it('is shown in previews of messages as one that can be tracked, and its code too', () => {
    const { 工单编号: number, 查询码: sample } = samplePlaceholders;
    expect(trackingPair.parse({ number, code: sample })).toEqual({ number, code: sample });
  });

  it.each(['2345O789ABCD', '1345', 'ABC', '２３４５６７８９ＡＢＣ＿'])('has no code such as %s', (given) => {
    const { error } = trackingPair.safeParse({ number: '1', code: given });
    expect(error?.issues.find(({ path }) => path[0] === 'code')?.message).toContain('查询码有误');
  });
});
