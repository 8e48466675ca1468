import type { CalendarYear } from './calendar-year';
import type { Limit } from './limit';
import type { OfficeHours } from './office-hours';
import { UnpublishedYear } from './unpublished-year';

type Sessions = { from: number; to: number }[];

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
  private readonly usual: Sessions;
  private readonly seasons: { from: string; to: string; sessions: Sessions }[];
  private readonly kept = new Map<number, Sessions>();

  constructor(
    private readonly years: readonly CalendarYear[],
    { sessions, seasons = [] }: OfficeHours,
  ) {
    this.usual = sessions.map(inMinutes);
    this.seasons = seasons.map((season) => ({ ...season, sessions: season.sessions.map(inMinutes) }));
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

  /** When the office opens on the day of a minute. */
  private openingOf(at: number): number | undefined {
    return this.sessionsOf(dayOf(at))[0]?.from;
  }

  /** The sessions of a day: those of the season it lies in, or the usual ones. */
  private sessionsOf(day: number): Sessions {
    const known = this.kept.get(day);
    if (known) return known;
    const date = new Date(day * 86_400_000).toISOString().slice(5, 10);
    const season = this.seasons.find(({ from, to }) =>
      from <= to ? from <= date && date <= to : from <= date || date <= to,
    );
    const found = season?.sessions ?? this.usual;
    this.kept.set(day, found);
    return found;
  }

  /** Working days that open from one minute up to, not including, a later one. */
  openings(from: number, to: number): number {
    let sum = 0;
    for (let at = from; at < to; at++) if (at % dayMinutes === this.openingOf(at) && this.isOpening(at)) sum++;
    return sum;
  }

  afterPause(due: number, from: number, to: number, { unit }: Limit): number {
    if (unit === 'minutes' || unit === 'hours') return due + (to - from);
    if (unit === 'office-hours') return this.add(due, this.between(from, to));
    const days = this.openings(from, to);
    if (days === 0) return due;
    const day = dayOf(due - 1);
    const later = this.workingDayAfter(day, days);
    const time = due - day * dayMinutes;
    const isClosing = time === this.sessionsOf(day).at(-1)?.to;
    return later * dayMinutes + (isClosing ? (this.sessionsOf(later).at(-1)?.to ?? 0) : time);
  }

  private isOpening(at: number): boolean {
    return at % dayMinutes === this.openingOf(at) && this.isWorking(dayOf(at));
  }

  private isOffice(at: number): boolean {
    const time = at % dayMinutes;
    return this.sessionsOf(dayOf(at)).some(({ from, to }) => from <= time && time < to) && this.isWorking(dayOf(at));
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

const inMinutes = ({ from, to }: { from: string; to: string }) => ({ from: minuteOfDay(from), to: minuteOfDay(to) });

function minuteOfDay(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
