/** Parts of a day in Shanghai, by the hour each ends: somebody who is out in the morning may be in at night. */
export const timeBands = [
  { label: '上午', untilHour: 12 },
  { label: '下午', untilHour: 18 },
  { label: '晚间', untilHour: 24 },
] as const;

export type TimeBand = (typeof timeBands)[number]['label'];

const hourMs = 3_600_000;
const shanghaiHours = 8;

/** Whether two instants lie in the same band of the same day. */
export const isSameBand = (a: Date, b: Date): boolean => bandStart(a).getTime() === bandStart(b).getTime();

/** In which part of its day an instant lies. */
export const bandOf = (at: Date): TimeBand => (timeBands[placeOf(at).index] ?? timeBands[0]).label;

/** When the part of the day began in which an instant lies. */
export function bandStart(at: Date): Date {
  const { day, index } = placeOf(at);
  const fromHour = timeBands[index - 1]?.untilHour ?? 0;
  return new Date((day * 24 + fromHour - shanghaiHours) * hourMs);
}

/** Which day since 1970 it is in Shanghai, and which row. */
function placeOf(at: Date): { day: number; index: number } {
  const hours = at.getTime() / hourMs + shanghaiHours;
  const day = Math.floor(hours / 24);
  return { day, index: timeBands.findIndex(({ untilHour }) => hours - day * 24 < untilHour) };
}
