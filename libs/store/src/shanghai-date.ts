/** Shanghai is eight hours ahead of UTC all year. (libs/calendar has working time; the store may not look there.) */
export const shanghaiOffsetMs = 8 * 3_600_000;

const dayMs = 86_400_000;
/** Whoever counts a million tickets asks for the same some thousand days over and over. */
const known = new Map<number, string>();
const mostKnown = 10_000;

/** The date (YYYY-MM-DD) in Shanghai at an instant. @throws RangeError for an invalid Date */
export function shanghaiDate(at: Date): string {
  const day = Math.floor((at.getTime() + shanghaiOffsetMs) / dayMs);
  return known.get(day) ?? rememberDate(day);
}

function rememberDate(day: number): string {
  if (known.size >= mostKnown) known.clear();
  const date = new Date(day * dayMs).toISOString().slice(0, 10);
  known.set(day, date);
  return date;
}
