/** Parts of a day in Shanghai, by the hour each ends: somebody who is out in the morning may be in at night. */
export const timeBands = [
  { label: '上午', untilHour: 12 },
  { label: '下午', untilHour: 18 },
  { label: '晚间', untilHour: 24 },
] as const;

const hourMs = 3_600_000;
const shanghaiHours = 8;

/** Whether two instants lie in the same band of the same day. */
export const isSameBand = (a: Date, b: Date): boolean => bandOf(a) === bandOf(b);

/** Counts the bands since 1970: one number for each band of each day. */
function bandOf(at: Date): number {
  const hours = at.getTime() / hourMs + shanghaiHours;
  const day = Math.floor(hours / 24);
  const hour = hours - day * 24;
  return day * timeBands.length + timeBands.findIndex(({ untilHour }) => hour < untilHour);
}
