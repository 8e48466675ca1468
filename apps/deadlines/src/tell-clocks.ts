import { leadsBeforeArbitration } from '#ticket/assignments';
import { counts, isBad, type Rating } from '#ticket/rating';
import type { ClockKind } from '#ticket/clock-kind';
import { extensionStepOf } from '#ticket/extension-moves';
import { isOpen } from '#ticket/state';
import type { ToldLine } from '#store/clock-facts';
import {
  appealEnds,
  assignedIn,
  assignmentClocks,
  assignmentMeets,
  citizenEnds,
  citizenMeets,
  endedIn,
  holdEnds,
  isFinish,
  judgementMeets,
  stateClocks,
  unansweredEnds,
  type Assigned,
} from './clock-history';
import type { OwnLimit } from './clock-rule';
import type { Due } from './count-due';
import { sendBackLimit } from './due-times';
import type { AskedDueTimes } from './known-due-times';
import type { ToldClass } from './told-class';
import type { WantedClock } from './wanted-clock';
import { movedTo, WantedClocks } from './wanted-clocks';

/** The clocks these lines ask for, had the ticket been of this class from the beginning. @throws UnpublishedYear */
export function tellClocks(ticketClass: ToldClass, lines: readonly ToldLine[], dueTimes: AskedDueTimes): WantedClock[] {
  const telling = new Telling(ticketClass, dueTimes);
  for (const line of lines) telling.hear(line);
  return telling.told();
}

/** Tells a history once, under one class: which clocks it starts, moves and stops. */
class Telling {
  private leadId: string | null = null;
  private round = 0;
  private submittedAt: Date | null = null;
  /** 单独限时, of this round. */
  private ownLimit: OwnLimit | null = null;
  /** When each order was answered last, by its clock. */
  private readonly answers = new Map<string, Date>();
  /** The parts for which more time was asked, by the requests. */
  private readonly asked = new Map<string, string>();
  /** By each part that was handed on, whose it is. */
  private readonly parents = new Map<string, string>();
  /** Departments that have led. */
  private readonly leads = new Set<string>();

  private readonly clocks: WantedClocks;

  constructor(
    private readonly ticketClass: ToldClass,
    private readonly dueTimes: AskedDueTimes,
  ) {
    this.clocks = new WantedClocks(dueTimes);
  }

  told(): WantedClock[] {
    return this.clocks.told();
  }

  hear(line: ToldLine): void {
    if (line.name === 'register')
      this.start('citizen', 'citizen', line, this.dueTimes.promise(line.at, this.ticketClass));
    if (line.from === 'held' && line.to !== 'held') this.resume(line.at);
    this.leaveState(line);
    this.reviewHold(line);
    this.meetParts(line);
    this.review(line);
    this.endParts(line);
    this.answerCitizen(line);
    this.judge(line);
    this.appeal(line);
    this.supervise(line);
    this.extend(line);
    this.limit(line);
    for (const assigned of assignedIn(line)) this.assign(assigned, line);
    this.enterState(line);
    if (line.name === 'callbackAttempt') this.nextAttempt(line);
    if (line.to === 'held' && line.from !== 'held') this.clocks.hold(line.at);
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
    return kind === 'return' && this.leads.size >= leadsBeforeArbitration ? 'arbitration' : kind;
  }

  private leaveState(line: ToldLine): void {
    if (line.from === null || line.from === line.to) return;
    const ended = line.to === 'withdrawn' || line.to === 'void' || line.to === 'merged';
    const clock = this.clocks.last(`${line.from}:`);
    if (clock && clock.kind !== 'held') this.clocks.stop(clock.key, ended ? 'cancelled' : 'met', line.at);
  }

  /** What is answered for the time being (阶段性办结) is reviewed all the same, until its entry in the ledger is closed. */
  private reviewHold(line: ToldLine): void {
    const ended = unansweredEnds.includes(line.to) ? 'cancelled' : holdEnds.includes(line.name) ? 'met' : null;
    if (ended) this.stopAll('held', ended, line.at);
  }

  private assign(assigned: Assigned, line: ToldLine): void {
    const { id, departmentId, role, round, parentId } = assigned;
    if (parentId) this.parents.set(id, parentId);
    if (role === 'lead') {
      this.leadId = id;
      this.leads.add(departmentId);
      if (round !== this.round) this.ownLimit = null;
      this.round = round;
      this.submittedAt = null;
    }
    for (const kind of assignmentClocks[role]) {
      if (kind === 'contact' && (!this.ticketClass.reachable || this.ticketClass.anonymous)) continue;
      const named = kind === 'finish' && round > 1 ? 'rework' : kind;
      const counted = this.dueTimes.step(named, line.at, this.ticketClass, departmentId);
      const due = this.withinParent(counted, assigned, named, line);
      this.start(`${named}:${id}`, named, line, isFinish(named) ? this.inherit(due) : due, id);
    }
  }

  /** A unit below has no more time than whoever handed the part on, who may have given it less for its answer. */
  private withinParent(due: Due | null, { parentId }: Assigned, kind: ClockKind, line: ToldLine): Due | null {
    if (!due || !parentId) return due;
    const given = isFinish(kind) ? dateIn(line, 'dueAt') : null;
    const bound = this.timeOf(parentId)?.dueAt ?? null;
    const dueAt = given && bound ? earlierOf(given, bound) : (given ?? bound);
    if (!dueAt) return due;
    return this.dueTimes.after(due.rule, { kind: 'handed-on', at: line.at, dueAt, given: given !== null }) ?? due;
  }

  /** Two offices may keep other hours, and count a hold otherwise: the unit below still has no more time. */
  private resume(at: Date): void {
    this.clocks.resume(at);
    for (const [child, parentId] of this.parents) {
      const [clock, dueAt] = [this.timeOf(child), this.timeOf(parentId)?.dueAt];
      if (clock && dueAt && clock.dueAt > dueAt)
        this.clocks.put(this.clocks.after(clock, { kind: 'handed-on', at, dueAt, given: false }));
    }
  }

  private meetParts(line: ToldLine): void {
    const id = line.data['assignmentId'];
    if (typeof id !== 'string') return;
    // Whoever handed it on has spoken with the citizen when its unit has.
    const parts = line.name === 'contact' ? this.partAndAbove(id) : [id];
    for (const kind of assignmentMeets[line.name] ?? [])
      for (const part of parts) this.clocks.stop(`${kind}:${part}`, 'met', line.at);
  }

  private partAndAbove(id: string): string[] {
    const parentId = this.parents.get(id);
    return parentId === undefined ? [id] : [id, ...this.partAndAbove(parentId)];
  }

  /**
   * Nothing runs on for a part that was taken away or given back, nor for the lead's once its reply is approved: the
   * contact that was never made is not due any more.
   */
  private endParts(line: ToldLine): void {
    const answered = line.name === 'approve' || line.to === 'closed';
    const ended = [...endedIn(line), ...(answered && this.leadId ? [this.leadId] : [])];
    for (const { key, assignmentId } of this.clocks.all())
      if (assignmentId && ended.includes(assignmentId)) this.clocks.stop(key, 'cancelled', line.at);
  }

  /** A clock is met by the reply that is later approved; a reply sent back never met it. */
  private review(line: ToldLine): void {
    if (!['reply', 'sendBack', 'approve'].includes(line.name)) return;
    for (const kind of ['finish', 'rework'] as const) {
      const clock = this.clocks.running(`${kind}:${this.leadId ?? ''}`);
      if (!clock) continue;
      if (line.name === 'reply') this.clocks.put({ ...clock, underReview: true });
      else if (line.name === 'sendBack') this.clocks.put(this.sentBack(clock, line.at));
      else this.clocks.stop(clock.key, 'met', this.submittedAt ?? line.at);
    }
    if (line.name === 'reply') this.submittedAt = line.at;
  }

  /** The later of the old due and a fresh short limit; a due that had passed at submission stands. */
  private sentBack(clock: WantedClock, at: Date, submittedAt: Date | null = this.submittedAt): WantedClock {
    const step = { kind: 'send-back', at, submittedAt, ...sendBackLimit(this.ticketClass) } as const;
    return this.clocks.after({ ...clock, underReview: false }, step);
  }

  /** A request stops nothing; what is approved moves the part's time, and with the lead's the citizen's promise. */
  private extend(line: ToldLine): void {
    const { extensionId, assignmentId } = line.data;
    const [key, what] = [`extension:${String(extensionId)}`, extensionStepOf(line.name)];
    if (what === 'ask') {
      this.start(key, 'extension', line, this.step('extension', line));
      this.asked.set(String(extensionId), String(assignmentId));
    }
    if (what === 'give') this.lengthen(line);
    if (what === 'give' || what === 'refuse') this.clocks.stop(key, 'met', line.at);
    // What is answered or taken away needs no more time.
    for (const [id, part] of this.asked)
      if (!this.timeOf(part)) this.clocks.stop(`extension:${id}`, 'cancelled', line.at);
  }

  private lengthen(line: ToldLine): void {
    const [clock, until] = [this.timeOf(String(line.data['assignmentId'])), dateIn(line, 'until')];
    if (!clock || !until) return;
    this.clocks.put(this.clocks.after(clock, { kind: 'extension', at: line.at, until }));
    const citizen = this.clocks.running('citizen');
    if (!citizen || clock.assignmentId !== this.leadId || clock.kind !== 'finish') return;
    // The promise was never shortened, so it is not lengthened by what only gives back what a limit of its own took.
    const { dueAt: from } = this.dueTimes.withOwnLimit(clock.rule, null) ?? clock;
    this.clocks.put(this.clocks.after(citizen, { kind: 'promise', at: line.at, from, to: until }));
  }

  /** 单独限时: for whoever is at it in this round, and whoever comes to it yet. What was promised stays. */
  private limit(line: ToldLine): void {
    if (line.name !== 'setLimit' && line.name !== 'liftLimit') return;
    const dueAt = line.name === 'setLimit' ? dateIn(line, 'dueAt') : null;
    this.ownLimit = dueAt && { at: line.at, dueAt, seq: line.seq };
    const step = this.ownLimit && ({ kind: 'own-limit', inherited: false, ...this.ownLimit } as const);
    for (const clock of this.clocks.all()) {
      if (clock.state !== 'running' || clock.round !== this.round || !isFinish(clock.kind)) continue;
      const due = this.dueTimes.withOwnLimit(clock.rule, step);
      if (due) this.clocks.put(movedTo(clock, due));
    }
  }

  private inherit(due: Due | null): Due | null {
    if (!due || !this.ownLimit) return due;
    return this.dueTimes.withOwnLimit(due.rule, { kind: 'own-limit', inherited: true, ...this.ownLimit }) ?? due;
  }

  /** The running clock by which a part is to be answered. */
  private timeOf(assignmentId: string): WantedClock | undefined {
    return this.clocks.running(`finish:${assignmentId}`) ?? this.clocks.running(`rework:${assignmentId}`);
  }

  private step(kind: ClockKind, line: ToldLine): Due | null {
    return this.dueTimes.step(kind, line.at, this.ticketClass);
  }

  private answerCitizen(line: ToldLine): void {
    if (citizenEnds.includes(line.name)) this.clocks.stop('citizen', 'cancelled', line.at);
    const forwarded = line.name === 'sign' && line.to === 'closed';
    if (!citizenMeets.includes(line.name) && !forwarded) return;
    const since = line.name === 'approve' ? this.submittedAt : dateIn(line, 'handledAt');
    this.clocks.stop('citizen', 'met', since ?? line.at);
  }

  private judge(line: ToldLine): void {
    if (line.name === 'judge') this.openAppeals(line, true);
    if (judgementMeets.includes(line.name)) this.stopAll('judgement', 'met', line.at);
    // Nobody is left to judge once the ticket has left otherwise.
    else if (line.to !== 'closed' && !isOpen(line.to)) this.stopAll('judgement', 'cancelled', line.at);
    else if (line.name === 'rate' && this.round > 0) this.rated(line);
  }

  /** Only the last valid rating is judged: a better one later leaves nothing to judge. */
  private rated(line: ToldLine): void {
    const rating = line.data as unknown as Rating;
    if (!counts(rating)) return;
    this.stopAll('judgement', 'cancelled', line.at);
    const due = isBad(rating) ? this.dueTimes.step('judgement', line.at, this.ticketClass) : null;
    this.start(`judgement:${line.seq}`, 'judgement', line, due);
    this.openAppeals(line, isBad(rating));
  }

  /** 申诉期: departments may appeal for so long after a bad rating, and after what was judged of it. */
  private openAppeals(line: ToldLine, isOpen: boolean): void {
    this.stopAll('appeal-window', 'cancelled', line.at);
    if (isOpen) this.start(`appeal-window:${line.seq}`, 'appeal-window', line, this.step('appeal-window', line));
  }

  /** An appeal waits for its decision, until the ticket ends without an answer or is put away. */
  private appeal(line: ToldLine): void {
    if (unansweredEnds.includes(line.to) || line.name === 'archive')
      for (const kind of ['appeal', 'appeal-window'] as const) this.stopAll(kind, 'cancelled', line.at);
    const key = `appeal:${String(line.data['appealId'])}`;
    if (line.name === 'appeal' && !this.clocks.has(key)) this.start(key, 'appeal', line, this.step('appeal', line));
    if (appealEnds.includes(line.name)) this.clocks.stop(key, 'met', line.at);
  }

  /** An order is due from its signing on, and met by the answer that is later accepted. */
  private supervise(line: ToldLine): void {
    if (unansweredEnds.includes(line.to)) this.stopAll('supervision', 'cancelled', line.at);
    const key = `supervision:${String(line.data['supervisionId'])}`;
    const given = dateIn(line, 'dueAt');
    if (line.name === 'signSupervision' && !this.clocks.has(key))
      return this.start(key, 'supervision', line, this.orderDue(line.at, given));
    const clock = this.clocks.running(key);
    if (!clock) return;
    if (line.name === 'answerSupervision') this.answered(clock, line.at);
    if (line.name === 'sendBackSupervision') this.clocks.put(this.sentBack(clock, line.at, this.answers.get(key)));
    if (line.name === 'closeSupervision') this.clocks.stop(key, 'met', this.answers.get(key) ?? line.at);
  }

  private answered(clock: WantedClock, at: Date): void {
    this.answers.set(clock.key, at);
    this.clocks.put({ ...clock, underReview: true });
  }

  /** A date that an order gives warns like any other. */
  private orderDue(at: Date, given: Date | null): Due | null {
    if (!given) return this.dueTimes.step('supervision', at, this.ticketClass);
    return { ...this.dueTimes.given(at, given), yellowAt: this.dueTimes.warning(at, given, this.ticketClass) };
  }

  private stopAll(of: ClockKind, state: 'met' | 'cancelled', at: Date): void {
    for (const { key, kind } of this.clocks.all()) if (kind === of) this.clocks.stop(key, state, at);
  }

  /** Each attempt is due the next working day. */
  private nextAttempt(line: ToldLine): void {
    const clock = this.clocks.last('callback:');
    const due = this.dueTimes.step('callback', dateIn(line, 'appointmentAt') ?? line.at, this.ticketClass);
    if (clock && due && due.dueAt.getTime() !== clock.dueAt.getTime()) this.clocks.put(movedTo(clock, due));
  }

  private start(
    key: string,
    kind: ClockKind,
    line: ToldLine,
    due: Due | null,
    assignmentId: string | null = null,
  ): void {
    const round = Math.max(this.round, 1);
    this.clocks.start({ key, kind, assignmentId, round, startedAt: line.at }, due);
  }
}

const earlierOf = (one: Date, other: Date): Date => (one < other ? one : other);

/** An instant among a line's facts; it comes from JSON. */
function dateIn(line: ToldLine, field: string): Date | null {
  const value = line.data[field];
  return typeof value === 'string' || value instanceof Date ? new Date(value) : null;
}
