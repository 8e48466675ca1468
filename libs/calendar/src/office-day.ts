import type { OfficeHours } from './office-hours';
import { timeOfDay } from './time-of-day';

interface Session {
  from: number;
  to: number;
  /** Office time of the day that lies before this session. */
  before: number;
}

/**
 * A working day from opening to closing. Two scales, both in milliseconds: the time of day since midnight, and the
 * office time since opening, which stands still outside the sessions.
 */
export class OfficeDay {
  readonly opening: number;
  readonly closing: number;
  /** Office time of a whole day. */
  readonly length: number;
  private readonly sessions: Session[] = [];

  /** @throws RangeError when sessions are missing, empty, overlapping or out of order */
  constructor(hours: Pick<OfficeHours, 'sessions'>) {
    let length = 0;
    let end = -1;
    for (const session of hours.sessions) {
      const from = timeOfDay(session.from);
      const to = timeOfDay(session.to);
      if (from < end || to <= from) throw new RangeError(`Not a session in order: ${session.from}–${session.to}`);
      this.sessions.push({ from, to, before: length });
      length += to - from;
      end = to;
    }
    const [first] = this.sessions;
    if (first === undefined) throw new RangeError('Office hours need at least one session');
    this.opening = first.from;
    this.closing = end;
    this.length = length;
  }

  /** Office time from opening to a time of day. */
  elapsed(time: number): number {
    let sum = 0;
    for (const { from, to } of this.sessions) sum += Math.min(Math.max(time - from, 0), to - from);
    return sum;
  }

  /** The first time of day at which `elapsed` (above 0, at most a day) is reached: noon, not the next session. */
  firstTimeAt(elapsed: number): number {
    return this.timeAt(elapsed, ({ from, to, before }) => elapsed <= before + (to - from));
  }

  /** The last time of day at which no more than `elapsed` (below a day) has passed: the next session, not noon. */
  lastTimeAt(elapsed: number): number {
    return this.timeAt(elapsed, ({ from, to, before }) => elapsed < before + (to - from));
  }

  private timeAt(elapsed: number, within: (session: Session) => boolean): number {
    const session = this.sessions.find(within);
    if (session === undefined) throw new RangeError(`A day has less office time than ${elapsed} ms`);
    return session.from + elapsed - session.before;
  }
}
