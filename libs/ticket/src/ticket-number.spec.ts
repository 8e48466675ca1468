import fc from 'fast-check';
import { asCopied, checkDigits, isTicketNumber, wrongNumber } from './ticket-number';

const aNumber = fc.stringMatching(/^2\d{14}$/).map((digits) => `${digits}${checkDigits(digits)}`);

describe('the number of a ticket', () => {
  it.each([
    ['202603020000001', '80'],
    ['202603020000027', '02'],
    ['202603020000057', '09'],
    ['202603020000060', '97'],
    ['202603020000092', '98'],
    ['202603021234567890', '30'],
  ])('is checked by two digits: %s by %s', (digits, check) => {
    expect(checkDigits(digits)).toBe(check);
    expect(isTicketNumber(`${digits}${check}`)).toBe(true);
  });

  it('is known by its check digits, whatever the day and however many there were', () => {
    fc.assert(fc.property(aNumber, (number) => expect(isTicketNumber(number)).toBe(true)));
  });

  it('is another number’s for no single wrong digit', () => {
    fc.assert(
      fc.property(aNumber, fc.nat({ max: 16 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const wrong = String((Number(number[at]) + by) % 10);
        expect(isTicketNumber(number.slice(0, at) + wrong + number.slice(at + 1))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('is another number’s for no two digits that were swapped', () => {
    fc.assert(
      fc.property(aNumber, fc.nat({ max: 16 }), fc.nat({ max: 16 }), (number, one, other) => {
        fc.pre(number[one] !== number[other]);
        const digits = [...number];
        [digits[one], digits[other]] = [digits[other] ?? '', digits[one] ?? ''];
        expect(isTicketNumber(digits.join(''))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', '1', '98', '0000000000000098', '2026030200000001x2', ' 20260302000000180', '20260302000000180。'])(
    'is not “%s”',
    (typed) => {
      expect(isTicketNumber(typed)).toBe(false);
    },
  );
});

it('a number that no ticket can have is to be looked at again', () => {
  expect(wrongNumber).toMatch(/^工单编号有误.*请核对/);
});

describe('a number or a code', () => {
  it.each([
    ['20260302 0000 00180', '20260302000000180'],
    ['20260302-0000-00180', '20260302000000180'],
    ['２０２６０３０２', '20260302'],
    ['Ｈ7K2-M9PQ　4RTX', 'H7K2M9PQ4RTX'],
  ])('is read as people copy it: %s', (typed, read) => {
    expect(asCopied(typed)).toBe(read);
  });
});
