import { Clock } from '#store/clock-now';

/** A clock that stands still until a test moves it. */
export class FixedClock extends Clock {
  private instant: number;

  constructor(now: Date | string) {
    super();
    this.instant = instantOf(now);
  }

  now(): Date {
    return new Date(this.instant);
  }

  /** Moves on by `ms` milliseconds (back when negative). */
  advance(ms: number): void {
    this.instant += ms;
  }

  set(date: Date | string): void {
    this.instant = instantOf(date);
  }
}

function instantOf(date: Date | string): number {
  const instant = new Date(date).getTime();
  if (Number.isNaN(instant)) throw new RangeError(`Not an instant: ${String(date)}`);
  return instant;
}
