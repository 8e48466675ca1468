import { timeWords } from './time-words';
import { yearlyDateWords } from './yearly-date-words';

const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);

describe('a time as it is said', () => {
  it('names the day and the hour, and the year only where it is another one', () => {
    expect(timeWords(at('2026-09-05 08:30'), at('2026-03-02 10:00'))).toBe('9月5日 08:30');
    expect(timeWords(at('2027-01-01 00:00'), at('2026-12-31 23:59'))).toBe('2027年1月1日 00:00');
    // Shanghai has the new year before Greenwich.
    expect(timeWords(new Date('2026-12-31T16:30:00Z'), new Date('2026-12-31T16:00:00Z'))).toBe('1月1日 00:30');
  });

  it('names a date of every year without one', () => {
    expect(yearlyDateWords('05-01')).toBe('5月1日');
    expect(yearlyDateWords('10-31')).toBe('10月31日');
  });
});
