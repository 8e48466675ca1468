import { shanghaiDate, shanghaiInstant } from '#calendar/shanghai-time';

/** A row of the shifts: from `starts` to `ends` (HH:MM in Shanghai), over midnight where that is earlier. */
export interface Shift {
  readonly id: string;
  readonly name: string;
  readonly starts: string;
  readonly ends: string;
  readonly endedAt: Date | null;
}

/** A shift on the day on which it begins. */
export interface WorkedShift {
  readonly name: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly from: Date;
  readonly until: Date;
}

const dayMs = 86_400_000;

export function workedOn({ name, starts, ends }: Pick<Shift, 'name' | 'starts' | 'ends'>, day: string): WorkedShift {
  const from = shanghaiInstant(day, starts);
  const until = shanghaiInstant(day, ends);
  return { name, day, from, until: until > from ? until : new Date(until.getTime() + dayMs) };
}

/** The shift that begins when this one ends, or first afterwards; itself a day later when there is no other. */
export function nextOf(shifts: readonly Shift[], { until }: WorkedShift, itself: Shift): WorkedShift {
  const days = [0, 1].map((after) => shanghaiDate(new Date(until.getTime() + after * dayMs)));
  const worked = (shifts.length > 0 ? shifts : [itself]).flatMap((shift) => days.map((day) => workedOn(shift, day)));
  const [next] = worked.filter(({ from }) => from >= until).sort((a, b) => a.from.getTime() - b.from.getTime());
  return next ?? workedOn(itself, shanghaiDate(until));
}
