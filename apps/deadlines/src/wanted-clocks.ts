import type { ClockStep } from './clock-rule';
import type { Due } from './count-due';
import type { AskedDueTimes } from './known-due-times';
import type { WantedClock } from './wanted-clock';

type Begun = Pick<WantedClock, 'key' | 'kind' | 'assignmentId' | 'round' | 'startedAt'>;

/** The clocks that a history has asked for so far: how each starts, moves, pauses and stops, whatever it is for. */
export class WantedClocks {
  private readonly wanted = new Map<string, WantedClock>();
  /** Since when the ticket is held: its clocks pause. */
  private heldSince: Date | null = null;

  constructor(private readonly dueTimes: AskedDueTimes) {}

  told(): WantedClock[] {
    return this.all().map((clock) => (this.isPaused(clock) ? { ...clock, paused: true } : clock));
  }

  all(): WantedClock[] {
    return [...this.wanted.values()];
  }

  running(key: string): WantedClock | undefined {
    const clock = this.wanted.get(key);
    return clock?.state === 'running' ? clock : undefined;
  }

  has(key: string): boolean {
    return this.wanted.has(key);
  }

  /** The one that was started last of those whose keys begin so. */
  last(beginning: string): WantedClock | undefined {
    return this.all().findLast(({ key }) => key.startsWith(beginning));
  }

  start(begun: Begun, due: Due | null): void {
    if (!due) return;
    const fresh = { generation: 1, state: 'running', metAt: null, underReview: false, paused: false } as const;
    this.put({ ...begun, ...fresh, ...due });
  }

  put(clock: WantedClock): void {
    this.wanted.set(clock.key, clock);
  }

  stop(key: string, state: 'met' | 'cancelled', at: Date): void {
    const running = this.running(key);
    if (!running) return;
    // What ends within a hold had the time until then.
    const clock = this.afterHold(running, at);
    this.put({ ...clock, state, metAt: state === 'met' ? at : null });
  }

  hold(at: Date): void {
    this.heldSince = at;
  }

  /** However a ticket leaves its hold, what runs goes on by as much later as the hold lasted. */
  resume(at: Date): void {
    for (const clock of this.all()) this.put(this.afterHold(clock, at));
    this.heldSince = null;
  }

  /** The clock after one more step; where that leads to a year nobody has announced, it waits as it was. */
  after(clock: WantedClock, step: ClockStep): WantedClock {
    const due = this.dueTimes.after(clock.rule, step);
    return due ? movedTo(clock, due) : { ...clock, paused: step.kind === 'pause' };
  }

  /** The clock of the hold itself runs on to its review. */
  private isPaused({ kind, state }: WantedClock): boolean {
    return this.heldSince !== null && state === 'running' && kind !== 'held';
  }

  private afterHold(clock: WantedClock, to: Date): WantedClock {
    if (!this.heldSince || !this.isPaused(clock)) return clock;
    const from = clock.startedAt < this.heldSince ? this.heldSince : clock.startedAt;
    return this.after(clock, { kind: 'pause', from, to });
  }
}

/** A due time that moved is another generation, and may warn again. */
export function movedTo(clock: WantedClock, due: Due): WantedClock {
  const moved = due.dueAt.getTime() !== clock.dueAt.getTime();
  return { ...clock, ...due, paused: false, generation: moved ? clock.generation + 1 : clock.generation };
}
