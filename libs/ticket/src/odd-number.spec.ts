import { isOddNumber } from './odd-number';

describe('a caller’s number', () => {
  it.each([
    '13812345678',
    '+86 138-1234-5678',
    '8613812345678',
    '13886001234',
    ' - ',
    '010-62345678',
    '0576 8123456',
    '62345678',
    '4001234567',
    '110',
    '12345',
    '95588',
    '+4915123456789',
    '',
  ])('is taken as it is: %s', (number) => expect(isOddNumber(number)).toBe(false));

  it.each([
    ...['1381', '1381234567', '138123456789', '12812345678', '913812345678', '6234', '1'],
    ...['24001234567', '40012345678', '34110', '1001234567', '0012345678901234567'],
  ])('is to be looked at again: %s', (number) => expect(isOddNumber(number)).toBe(true));
});
