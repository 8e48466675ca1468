import fc from 'fast-check';
import type { CalendarYear } from '#calendar/calendar-year';
import type { Limit } from '#calendar/limit';
import { MinuteOracle } from '#calendar/minute-oracle.spec-support';
import type { OfficeHours } from '#calendar/office-hours';
import { anyOfficeHours, anyYears } from '#calendar/random-calendar.spec-support';
import { ATicket } from '#testing/a-ticket';
import type { ClockKind } from '#ticket/clock-kind';
import type { TicketType } from '#ticket/ticket-type';
import type { Urgency } from '#ticket/urgency';
import { clocksOf } from '../clocks-of';
import { DueTimes } from '../due-times';
import { officesOf, unsetHours } from '../office-hours/offices';
import { limits, stored } from '../told-clocks.spec-support';
import type { WantedClock } from '../wanted-clock';
import { NamedCalendar, type NamedHours } from './named-calendar';
import { receiptOf, type Receipt } from './receipt';
import { replayReceipt } from './replay-receipt';

/*
 * Any history of one department at work, or of two after one another, told three times: by the clocks, by their receipts, and by an oracle that
 * shares no code with either, walks through every minute and keeps one number for each clock.
 */

/** Minutes since 1970 in Shanghai, and back. */
const written = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 16).replace('T', ' ');
const minuteOf = (at: Date | string) => new Date(at).getTime() / 60_000 + 8 * 60;

const instantOf = (minute: number) => new Date((minute - 8 * 60) * 60_000);
/** What guards compare with; they are not what is looked at here. */
const ever = new Date('2100-01-01T00:00Z');

const chance = fc.record({
  wait: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 4_500 }), fc.constant(1_440)),
  does: fc.nat({ max: 9 }),
});
const anyHistory = fc.record({
  years: anyYears.map((years) => years.map((year) => ({ ...year, published: true }))),
  /** Of the house, and of the department, where it keeps its own. */
  house: anyOfficeHours,
  own: fc.option(anyOfficeHours),
  // Everything, warnings too, lies within the years there are.
  begins: fc.integer({ min: minuteOf('2023-03-01T00:00+08:00'), max: minuteOf('2025-12-20T00:00+08:00') }),
  type: fc.constantFrom<TicketType>('help', 'consultation', 'complaint'),
  urgency: fc.constantFrom<Urgency>('normal', 'normal', 'urgent', 'critical'),
  chances: fc.array(chance, { minLength: 2, maxLength: 8 }),
});
type History = typeof anyHistory extends fc.Arbitrary<infer Each> ? Each : never;

const followed = ['citizen', 'contact', 'finish', 'return-window'] as const satisfies ClockKind[];
type Followed = (typeof followed)[number];

/** One number for each clock: the minute it is due. */
class Reader {
  readonly due = new Map<Followed, number>();
  /** What the finish would be without a limit of the ticket’s own. */
  private ruled = 0;
  private ownLimit: number | null = null;
  private heldSince = 0;
  private submitted = 0;

  /** For what is the house's, and for what is the department's. */
  private readonly house: MinuteOracle;
  private office: MinuteOracle;

  constructor(private readonly history: History) {
    const { years, house, own } = history;
    this.house = new MinuteOracle(years, house);
    this.office = new MinuteOracle(years, own ?? house);
  }

  registered(at: number): void {
    const limit = this.limitOf('finish');
    if (limit)
      this.due.set('citizen', this.house.dueAt(this.house.dueAt(at, limit), { amount: 2, unit: 'working-days' }));
  }

  dispatched(at: number): void {
    for (const kind of ['contact', 'finish', 'return-window'] as const) {
      const limit = this.limitOf(kind);
      if (limit) this.due.set(kind, this.office.dueAt(at, limit));
    }
    this.ruled = this.finish;
  }

  /** To a department in the hours of the house, which inherits the limit and has four office hours at least. */
  redispatched(at: number): void {
    this.office = this.house;
    this.dispatched(at);
    if (this.ownLimit === null) return;
    this.finish = Math.min(this.ruled, Math.max(this.ownLimit, this.office.add(at, 240)));
  }

  limit(until: number | null): void {
    this.ownLimit = until;
    this.finish = Math.min(this.ruled, until ?? this.ruled);
  }

  private get finish(): number {
    return this.due.get('finish') ?? 0;
  }

  private set finish(due: number) {
    this.due.set('finish', due);
  }

  hold(at: number): void {
    this.heldSince = at;
  }

  goOn(at: number): void {
    this.ruled = this.afterHold('finish', this.ruled, at);
    for (const [kind, due] of this.due) this.due.set(kind, this.afterHold(kind, due, at));
  }

  private afterHold(kind: Followed, due: number, at: number): number {
    const unit = kind === 'citizen' ? 'working-days' : (this.limitOf(kind)?.unit ?? 'hours');
    const office = kind === 'citizen' ? this.house : this.office;
    return due > this.heldSince ? office.afterPause(due, this.heldSince, at, { amount: 0, unit }) : due;
  }

  /** What the rules give moves, and the promise as a pause of that length would move it, passed or not. */
  extend(until: number): void {
    const { ruled } = this;
    const promise = this.due.get('citizen') ?? 0;
    this.finish = Math.max(this.finish, until);
    this.ruled = Math.max(ruled, until);
    if (until <= ruled) return;
    this.due.set('citizen', this.house.afterPause(promise, ruled, until, { amount: 0, unit: 'working-days' }));
  }

  reply(at: number): void {
    this.submitted = at;
  }

  sendBack(at: number): void {
    const { urgency } = this.history;
    const fresh =
      urgency === 'normal'
        ? this.office.dueAt(at, { amount: 1, unit: 'working-days' })
        : at + (urgency === 'urgent' ? 240 : 120);
    const after = (due: number): number => (due < this.submitted ? due : Math.max(due, fresh));
    [this.finish, this.ruled] = [after(this.finish), after(this.ruled)];
  }

  private limitOf(kind: ClockKind): Limit | null {
    return limits.of(kind, this.history, new Date(0));
  }
}

/** What the ticket does, and the reader beside it. */
function live(history: History, ticket: ATicket, reader: Reader): void {
  let now = history.begins;
  reader.registered(now);
  const [first, second, ...others] = history.chances;
  const at = (wait = 1): ATicket => ticket.at(written((now += wait)));
  at(first?.wait).dispatched();
  reader.dispatched(now);
  at(second?.wait).signed();
  for (const { wait, does } of others) {
    const { state } = at(wait).now;
    if (state === 'replied') {
      ticket.does('sendBack', { reasonCode: 'wording' });
      reader.sendBack(now);
    } else if (does === 0) {
      // Also while it is held, and so late that its time has passed.
      const until = now + 1 + wait;
      const part = {
        assignmentId: ticket.part().id,
        extensionId: 'extension',
        kind: 'finish',
        dueAt: new Date(0),
      } as const;
      ticket.does('extend', { ...part, until: instantOf(until) });
      reader.extend(until);
    } else if (state === 'held') {
      reader.goOn(now);
      if (does > 2) ticket.does('resume', {});
      else {
        ticket.replied();
        reader.reply(now);
      }
    } else if (state === 'dispatched') {
      ticket.signed();
    } else if (does === 6 && !ticket.parts.some((part) => part.startsWith('power'))) {
      ticket.does('redispatch', { leadId: 'power', reason: '' });
      reader.redispatched(now);
    } else if (does === 7 && ticket.now.ownDueAt) {
      ticket.does('liftLimit', { presentDueAt: ever, reason: '' });
      reader.limit(null);
    } else if (does > 6) {
      const until = now + 1 + (wait % 3_000);
      ticket.does('setLimit', { dueAt: instantOf(until), presentDueAt: ever, latest: ever, reason: '' });
      reader.limit(until);
    } else if (does > 2) {
      ticket.does('hold', { holdId: 'hold', plan: '', responsible: '', reviewAt: new Date('2030-01-01T00:00Z') });
      reader.hold(now);
    } else {
      ticket.replied();
      reader.reply(now);
    }
  }
}

function receiptFor(clock: WantedClock, years: readonly CalendarYear[], kept: readonly NamedHours[]): Receipt {
  const isNamed = ({ year, version }: CalendarYear) =>
    clock.rule.calendar.some((each) => each.year === year && each.version === version);
  const hours = kept.find(({ id }) => id === clock.rule.hours) ?? unsetHours;
  const named = new NamedCalendar(years.filter(isNamed), hours);
  const row = { ...clock, id: 'clock', alert: 'none', nextMarkAt: null, ladder: [], fired: [] } as const;
  const facts = { ticketId: 'ticket', part: null, heldSince: null, limitSource: null, ownLimits: new Map(), named };
  return JSON.parse(JSON.stringify(receiptOf(row, clock.rule, facts))) as Receipt;
}

/** The rows of the hours that are kept. */
function keptIn({ house, own }: History): NamedHours[] {
  const row = (id: string, departmentId: string | null, { sessions }: OfficeHours) => ({ id, departmentId, sessions });
  return [row('house', null, house), ...(own ? [row('own', 'lighting', own)] : [])].map((hours) => ({
    ...hours,
    version: 1,
    source: '',
  }));
}

/** The last day that counts for a working-day stage is the day it ends on. */
function daysAgree({ stages }: Receipt): void {
  for (const { days, dueAt } of stages) {
    const counted = days.filter(({ counts }) => counts);
    if (counted.at(-1)?.n) expect(counted.at(-1)?.date).toBe(written(minuteOf(dueAt) - 1).slice(0, 10));
    expect(counted.map(({ n }) => n)).toEqual(counted.map(({ n }, index) => (n === null ? null : index + 1)));
  }
}

describe('any history of a department at work', () => {
  it('gives the same due times by its clocks, their receipts and a reader who walks through every minute', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { years, type, urgency, begins } = history;
        const hours = keptIn(history);
        const reader = new Reader(history);
        const ticket = new ATicket({ type, urgency }, written(begins));
        live(history, ticket, reader);
        const clocks = clocksOf(
          stored(ticket.lines),
          new DueTimes(
            limits,
            officesOf({
              years,
              hours,
              departments: new Map([
                ['lighting', null],
                ['power', null],
              ]),
            }),
          ),
        );
        for (const kind of followed) {
          const clock = clocks.findLast((each) => each.kind === kind);
          expect([kind, clock && written(minuteOf(clock.dueAt))]).toEqual([
            kind,
            reader.due.has(kind) ? written(reader.due.get(kind) ?? 0) : undefined,
          ]);
        }
        for (const clock of clocks) {
          const receipt = receiptFor(clock, years, hours);
          expect(replayReceipt(receipt, years)).toEqual(clock.dueAt);
          expect(receipt.stages.at(-1)?.dueAt).toBe(clock.dueAt.toISOString());
          daysAgree(receipt);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
