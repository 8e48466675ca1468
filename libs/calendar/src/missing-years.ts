/** The State Council gives its notice of a year in autumn; from this month on the next year is waited for. */
const waitedForFrom = '10-01';

/**
 * Years that time will soon be counted in and that nobody has published: this one, and from October on the next.
 * @param published the years with a notice
 * @param today YYYY-MM-DD in Shanghai
 */
export function missingYears(published: readonly number[], today: string): number[] {
  const year = Number(today.slice(0, 4));
  const needed = today.slice(5) >= waitedForFrom ? [year, year + 1] : [year];
  return needed.filter((each) => !published.includes(each));
}
