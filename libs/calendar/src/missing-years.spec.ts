import { missingYears } from './missing-years';

describe('a year without a notice', () => {
  it('is missed from the first of October before it, and as long as it lasts', () => {
    const missing = (today: string) => missingYears([2025, 2026], today);
    expect(['2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01', '2027-06-30'].map(missing)).toEqual([
      [],
      [2027],
      [2027],
      [2027],
      [2027],
    ]);
    expect(missing('2027-10-01')).toEqual([2027, 2028]);
  });

  it('is missed no more once it is published', () => {
    expect(missingYears([2026, 2027], '2026-11-27')).toEqual([]);
  });
});
