import { counts, isBad, type Rating } from '#ticket/rating';
import type { ClockKind } from '#ticket/clock-kind';
import type { Ticket } from '#ticket/ticket';
import {
  assignedIn,
  assignmentClocks,
  assignmentMeets,
  citizenEnds,
  citizenMeets,
  partsEnd,
  stateClocks,
  type Assigned,
  type ToldLine,
} from './clock-history';
import type { Due, DueTimes, TicketClass } from './due-times';
import type { WantedClock } from './wanted-clock';

type Facts = Pick<Ticket, 'type' | 'urgency' | 'reachable' | 'anonymous' | 'upstreamDueAt'>;

/**
 * All clocks of a ticket, derived from its history alone: told twice, late or in another order, the answer is the
 * same. Instants are those of the transitions.
 * @throws UnpublishedYear when a due time falls into a year whose holidays nobody has published.
 */
export function clocksOf(ticket: Facts, lines: readonly ToldLine[], dueTimes: DueTimes): WantedClock[] {
  const telling = new Telling(ticket, dueTimes);
  for (const line of lines) telling.hear(line);
  return telling.clocks();
}

const assignmentKinds: readonly ClockKind[] = ['sign', 'contact', 'finish', 'rework', 'return-window'];

class Telling {
  private readonly wanted = new Map<string, WantedClock>();
  private readonly ticketClass: TicketClass;
  private leadId: string | null = null;
  private round = 0;
  private submittedAt: Date | null = null;
  private upheld = 0;
  private leads = 0;

  constructor(
    private readonly ticket: Facts,
    private readonly dueTimes: DueTimes,
  ) {
    this.ticketClass = ticket;
  }

  clocks(): WantedClock[] {
    return [...this.wanted.values()];
  }

  hear(line: ToldLine): void {
    if (line.name === 'register')
      this.start('citizen', 'citizen', line, this.dueTimes.promise(line.at, this.ticketClass));
    this.leaveState(line);
    this.endParts(line);
    this.meetParts(line);
    this.review(line);
    this.answerCitizen(line);
    this.judge(line);
    for (const assigned of assignedIn(line)) this.assign(assigned, line);
    this.enterState(line);
    if (line.name === 'callbackAttempt') this.nextAttempt(line);
  }

  /** Entering a state starts its clock; a state entered again has a clock of its own. */
  private enterState(line: ToldLine): void {
    if (line.from === line.to) return;
    const kind = this.stateClock(line);
    if (!kind) return;
    const given =
      kind === 'upstream' ? this.ticketClass.upstreamDueAt : kind === 'held' ? dateIn(line, 'reviewAt') : null;
    const due = given ? this.dueTimes.given(line.at, given) : this.dueTimes.step(kind, line.at, this.ticketClass);
    this.start(`${line.to}:${line.seq}`, kind, line, due);
  }

  /** At the second return, or before a third department, the decision is a supervisor's and takes longer. */
  private stateClock(line: ToldLine): ClockKind | undefined {
    const kind = stateClocks[line.to];
    return kind === 'return' && (this.upheld >= 1 || this.leads >= 2) ? 'arbitration' : kind;
  }

  private leaveState(line: ToldLine): void {
    if (line.from === null || line.from === line.to) return;
    const ended = line.to === 'withdrawn' || line.to === 'void' || line.to === 'merged';
    const key = [...this.wanted.keys()].findLast((each) => each.startsWith(`${line.from ?? ''}:`));
    if (key) this.stop(key, ended ? 'cancelled' : 'met', line.at);
  }

  private assign({ id, role, round }: Assigned, line: ToldLine): void {
    if (role === 'lead') {
      this.leadId = id;
      this.leads += 1;
      this.round = round;
      this.submittedAt = null;
    }
    for (const kind of assignmentClocks[role]) {
      if (kind === 'contact' && (!this.ticket.reachable || this.ticket.anonymous)) continue;
      const named = kind === 'finish' && round > 1 ? 'rework' : kind;
      this.start(`${named}:${id}`, named, line, this.dueTimes.step(named, line.at, this.ticketClass), id);
    }
  }

  private meetParts(line: ToldLine): void {
    const id = line.data['assignmentId'];
    for (const kind of assignmentMeets[line.name] ?? [])
      if (typeof id === 'string') this.stop(`${kind}:${id}`, 'met', line.at);
    if (line.name === 'sign' && line.to === 'closed') this.stopParts('met', line.at);
  }

  private endParts(line: ToldLine): void {
    if (line.name === 'uphold') this.upheld += 1;
    if (partsEnd.includes(line.name) || line.name === 'returnUpAccepted') this.stopParts('cancelled', line.at);
  }

  /** A clock is met by the reply that is later approved; a reply sent back never met it. */
  private review(line: ToldLine): void {
    if (!['reply', 'sendBack', 'approve'].includes(line.name)) return;
    for (const kind of ['finish', 'rework'] as const) {
      const key = `${kind}:${this.leadId ?? ''}`;
      const clock = this.wanted.get(key);
      if (clock?.state !== 'running') continue;
      if (line.name === 'reply') this.wanted.set(key, { ...clock, underReview: true });
      else if (line.name === 'sendBack') this.wanted.set(key, this.sentBack(clock, line.at));
      else this.stop(key, 'met', this.submittedAt ?? line.at);
    }
    if (line.name === 'reply') this.submittedAt = line.at;
  }

  /** The later of the old due and a fresh short limit; a due that had passed at submission stands. */
  private sentBack(clock: WantedClock, at: Date): WantedClock {
    const running = { ...clock, underReview: false };
    if (this.submittedAt && clock.dueAt < this.submittedAt) return running;
    const least = this.dueTimes.afterSendBack(at, this.ticketClass);
    if (least <= clock.dueAt) return running;
    const yellowAt = this.dueTimes.moved(at, least, this.ticketClass);
    const rule = { ...clock.rule, sentBackAt: at };
    return { ...running, dueAt: least, yellowAt, rule, generation: clock.generation + 1 };
  }

  private answerCitizen(line: ToldLine): void {
    if (citizenEnds.includes(line.name)) this.stop('citizen', 'cancelled', line.at);
    const forwarded = line.name === 'sign' && line.to === 'closed';
    if (!citizenMeets.includes(line.name) && !forwarded) return;
    const since = line.name === 'approve' ? this.submittedAt : dateIn(line, 'handledAt');
    this.stop('citizen', 'met', since ?? line.at);
  }

  private judge(line: ToldLine): void {
    const rating = line.data as unknown as Rating;
    const bad = line.name === 'rate' && this.round > 0 && line.to !== 'merged' && counts(rating) && isBad(rating);
    if (bad)
      this.start(
        `judgement:${line.seq}`,
        'judgement',
        line,
        this.dueTimes.step('judgement', line.at, this.ticketClass),
      );
    if (!['judge', 'rework', 'reopen'].includes(line.name)) return;
    for (const key of this.wanted.keys()) if (key.startsWith('judgement:')) this.stop(key, 'met', line.at);
  }

  /** Each attempt is due the next working day. */
  private nextAttempt(line: ToldLine): void {
    const key = [...this.wanted.keys()].findLast((each) => each.startsWith('callback:'));
    const clock = key ? this.wanted.get(key) : undefined;
    const due = this.dueTimes.step('callback', dateIn(line, 'appointmentAt') ?? line.at, this.ticketClass);
    if (key && clock && due) this.wanted.set(key, { ...clock, ...due, generation: clock.generation + 1 });
  }

  private start(
    key: string,
    kind: ClockKind,
    line: ToldLine,
    due: Due | null,
    assignmentId: string | null = null,
  ): void {
    if (!due) return;
    const round = Math.max(this.round, 1);
    const { at: startedAt } = line;
    const fresh = { generation: 1, state: 'running', metAt: null, underReview: false } as const;
    this.wanted.set(key, { key, kind, assignmentId, round, startedAt, ...fresh, ...due });
  }

  private stop(key: string, state: 'met' | 'cancelled', at: Date): void {
    const clock = this.wanted.get(key);
    if (clock?.state !== 'running') return;
    this.wanted.set(key, { ...clock, state, metAt: state === 'met' ? at : null });
  }

  private stopParts(state: 'met' | 'cancelled', at: Date): void {
    for (const { key, kind } of this.wanted.values()) if (assignmentKinds.includes(kind)) this.stop(key, state, at);
  }
}

/** An instant among a line's facts; it comes from JSON. */
function dateIn(line: ToldLine, field: string): Date | null {
  const value = line.data[field];
  return typeof value === 'string' || value instanceof Date ? new Date(value) : null;
}
