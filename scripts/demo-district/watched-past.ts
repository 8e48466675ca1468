import { service, type Actor } from '#ticket/actor';
import { lineOfMark } from '#ticket/mark';
import type { Moved } from '#ticket/move';
import type { Rung } from '#ticket/rung';
import type { MoveName } from '#ticket/transition';
import type { TransitionInput } from '#ticket/transition-input';
import { dueRecords, nextRungAt, type ClockRow, type RungTime } from '#store/clock-rows';
import { flagAfter } from '#store/mark-store';
import type { PastTicket } from '#store/past-tickets';
import type { RungRow } from '#store/rung-rows';
import { clocksOf } from '#deadlines/clocks-of';
import type { RulesInForce } from '#deadlines/deadline-rules';
import { reconcile } from '#deadlines/reconcile-clocks';
import type { Random } from '#platform/random';
import { Past } from '../seed/past';
import type { People } from '../seed/people';

/** A past whose clocks run while it is told: what comes due before the next step is marked then, as the service does. */
export class WatchedPast extends Past {
  private readonly clocks = new Map<string, ClockRow>();
  private readonly rungs: RungRow[] = [];
  private readonly dues: object[] = [];
  private standing: PastTicket['standing'] = { dueAt: null, promisedAt: null, alert: 'none' };
  private parts: PastTicket['parts'] = [];

  constructor(
    moved: Moved,
    told: { readonly people: People; readonly random: Random; readonly leads: readonly string[]; readonly at: Date },
    private readonly rules: RulesInForce,
  ) {
    super(moved, told.people, told.random, told.leads, told.at);
    this.keepClocks();
  }

  override move<Name extends MoveName>(name: Name, input: TransitionInput[Name], actor: Actor): void {
    this.markUntil(this.at);
    super.move(name, input, actor);
    this.keepClocks();
  }

  /** Everything its clocks left behind, as of the end of its telling. */
  watched(): Pick<PastTicket, 'clocks' | 'dues' | 'rungs' | 'standing' | 'parts'> {
    const { dues, rungs, standing, parts } = this;
    return { clocks: [...this.clocks.values()], dues, rungs, standing, parts };
  }

  /** When the lead's part is to be answered. */
  get dueAt(): Date {
    if (!this.standing.dueAt) throw new Error('the story has no due time yet');
    return this.standing.dueAt;
  }

  /** Marks every clock that climbs a rung until then. */
  markUntil(until: Date): void {
    for (let clock = this.nextDue(until); clock; clock = this.nextDue(until)) this.mark(clock);
    this.keepClocks();
  }

  private nextDue(until: Date): ClockRow | undefined {
    const due = [...this.clocks.values()].filter(({ nextMarkAt }) => nextMarkAt !== null && nextMarkAt <= until);
    return due.sort((left, right) => Number(left.nextMarkAt) - Number(right.nextMarkAt))[0];
  }

  private mark(clock: ClockRow): void {
    const time = clock.ladder.find(({ rung }) => !clock.fired.includes(rung));
    const last = this.lines.at(-1);
    if (!time || !last) throw new Error('a clock is due without a rung');
    const at = new Date(Math.max(Date.parse(time.at), last.at.getTime()));
    const alert = flagAfter(time.rung, clock.alert);
    const fired: Rung[] = [...clock.fired, time.rung];
    this.clocks.set(clock.key, { ...clock, alert, fired, nextMarkAt: nextRungAt({ ladder: clock.ladder, fired }) });
    this.rungs.push(this.rungOf(clock, time, at));
    const ticket = { ...this.ticket, seq: this.ticket.seq + 1 };
    const { id: clockId, kind, dueAt, generation } = clock;
    const told = { clockId, kind, alert, rung: time.rung, dueAt, generation };
    this.moved = { ticket, lines: [...this.lines, lineOfMark(ticket, service('deadlines'), at, told)] };
  }

  private keepClocks(): void {
    const { dueTimes, ladder } = this.rules;
    const stored = [...this.clocks.values()];
    const kept = reconcile(this.ticket, clocksOf(this.lines, dueTimes), stored, this.newId, ladder);
    for (const clock of kept.changed) this.clocks.set(clock.key, clock);
    const { id: ticketId, seq } = this.ticket;
    this.dues.push(...dueRecords({ ticketId, seq, at: this.lines.at(-1)?.at ?? this.at }, kept.changed));
    for (const { clock, time } of kept.begun) this.rungs.push(this.rungOf(clock, time, new Date(time.at)));
    this.standing = kept.summary;
    this.parts = kept.parts;
  }

  private rungOf(clock: ClockRow, { rung, row }: RungTime, firedAt: Date): RungRow {
    const { id: clockId, assignmentId, generation, kind, dueAt } = clock;
    const of = { clockId, assignmentId, generation, kind, dueAt };
    return { ...of, id: this.newId(), ticketId: this.ticket.id, rung, firedAt, row };
  }
}
