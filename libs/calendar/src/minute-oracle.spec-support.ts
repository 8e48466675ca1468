import type { CalendarYear } from './calendar-year';
import type { Limit } from './limit';
import type { OfficeHours } from './office-hours';
import { UnpublishedYear } from './unpublished-year';

const dayMinutes = 1440;
// Looking up a global costs much inside Jest's sandbox, and this one is needed every minute.
const { floor } = Math;

/**
 * The rules of working time in the dullest way there is: walk minute by minute, or day by day, and count. It shares no
 * code with the calendar, so that a mistake in one shows against the other. Instants are whole minutes since 1970 in
 * Shanghai, days are days since 1970. As the calendar does, it looks at the day a computation starts from first.
 */
export class MinuteOracle {
  private readonly known = new Map<number, boolean>();
  private readonly sessions: { from: number; to: number }[];

  constructor(
    private readonly years: readonly CalendarYear[],
    hours: OfficeHours,
  ) {
    this.sessions = hours.sessions.map(({ from, to }) => ({ from: minuteOfDay(from), to: minuteOfDay(to) }));
  }

  isWorking(day: number): boolean {
    const known = this.known.get(day) ?? this.lookUp(day);
    this.known.set(day, known);
    return known;
  }

  workingDayAfter(day: number, n: number, direction = 1): number {
    if (n > 0) this.isWorking(day);
    for (let left = n; left > 0;) {
      day += direction;
      if (this.isWorking(day)) left--;
    }
    return day;
  }

  add(start: number, minutes: number): number {
    if (minutes > 0) this.isWorking(dayOf(start));
    let at = start;
    for (let left = minutes; left > 0; at++) if (this.isOffice(at)) left--;
    return at;
  }

  subtract(end: number, minutes: number): number {
    if (minutes > 0) this.isWorking(dayOf(end));
    let at = end;
    for (let left = minutes; left > 0; at--) if (this.isOffice(at - 1)) left--;
    return at;
  }

  between(a: number, b: number): number {
    let sum = 0;
    for (let day = dayOf(a); day <= dayOf(b); day++) this.isWorking(day);
    for (let at = a; at < b; at++) if (this.isOffice(at)) sum++;
    return sum;
  }

  dueAt(start: number, { amount, unit }: Limit): number {
    if (amount === 0) return start;
    if (unit === 'minutes') return start + amount;
    if (unit === 'hours') return start + amount * 60;
    if (unit === 'office-hours') return this.add(start, amount * 60);
    let at = (this.workingDayAfter(dayOf(start), amount) + 1) * dayMinutes;
    while (!this.isOffice(at - 1)) at--;
    return at;
  }

  /** Rounded up to a whole minute. */
  yellowAt(start: number, due: number, { amount, unit }: Limit): number {
    if (due <= start) return start;
    if (unit === 'minutes' || unit === 'hours') return Math.ceil(start + (due - start) * 0.8);
    if (unit === 'office-hours') return this.add(start, Math.ceil((this.between(start, due) * 4) / 5));
    if (amount < 3) return Math.max(start, this.subtract(due, 240));
    this.isWorking(dayOf(due));
    let at = due - 1;
    while (!this.isOpening(at)) at--;
    return Math.max(start, at);
  }

  /** Working days that open from one minute up to, not including, a later one. */
  openings(from: number, to: number): number {
    let sum = 0;
    for (let at = from; at < to; at++) if (at % dayMinutes === this.sessions[0]?.from && this.isOpening(at)) sum++;
    return sum;
  }

  afterPause(due: number, from: number, to: number, { unit }: Limit): number {
    if (unit === 'minutes' || unit === 'hours') return due + (to - from);
    if (unit === 'office-hours') return this.add(due, this.between(from, to));
    const days = this.openings(from, to);
    if (days === 0) return due;
    const day = dayOf(due - 1);
    return this.workingDayAfter(day, days) * dayMinutes + (due - day * dayMinutes);
  }

  private isOpening(at: number): boolean {
    return at % dayMinutes === this.sessions[0]?.from && this.isWorking(dayOf(at));
  }

  private isOffice(at: number): boolean {
    const time = at % dayMinutes;
    return this.sessions.some(({ from, to }) => from <= time && time < to) && this.isWorking(dayOf(at));
  }

  private lookUp(day: number): boolean {
    const at = new Date(day * 86_400_000);
    const year = at.getUTCFullYear();
    const row = this.years
      .filter((candidate) => candidate.year === year)
      .sort((a, b) => b.version - a.version)
      .at(0);
    if (!row?.published) throw new UnpublishedYear(year);
    const today = at.toISOString().slice(0, 10);
    const exception = row.days.find(({ date }) => date === today);
    return exception ? exception.working : [1, 2, 3, 4, 5].includes(at.getUTCDay());
  }
}

function dayOf(at: number): number {
  return floor(at / dayMinutes);
}

function minuteOfDay(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
