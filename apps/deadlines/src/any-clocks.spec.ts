import fc from 'fast-check';
import { Calendar } from '#calendar/calendar';
import { dayNumber, isWeekday } from '#calendar/day-number';
import { dueAt, type Limit } from '#calendar/limit';
import { defaultOfficeHours } from '#calendar/office-hours';
import { stateCouncilYears } from '#calendar/state-council-years';
import type { ClockRow } from '#store/clock-rows';
import { ATicket } from '#testing/a-ticket';
import { aStory, type Told } from '#testing/any-story';
import type { Line } from '#ticket/line';
import { isOpen } from '#ticket/state';
import type { Ticket } from '#ticket/ticket';
import { clocksOf } from './clocks-of';
import type { RulesInForce } from './deadline-rules';
import { DueTimes } from './due-times';
import { Ladder } from './ladder/ladder';
import { Offices } from './office-hours/offices';
import { reconcile, type Reconciled } from './reconcile-clocks';
import { recounted } from './recounted-clocks';
import { clocksOfLines, dueTimes, ladder, ladderRows, limits, stored } from './told-clocks.spec-support';
import type { WantedClock } from './wanted-clock';

/** Each step of any story, with the clocks before and after it. The first line is the registration. */
const always = (holds: (step: Told, after: WantedClock[], before: WantedClock[]) => void) =>
  fc.assert(
    fc.property(aStory, (story) => {
      story.forEach((step, index) => {
        const lines = linesUpTo(story, index);
        holds(step, clocksOfLines(lines), clocksOfLines(lines.slice(0, -1)));
      });
    }),
    { numRuns: 30 },
  );

const linesUpTo = (story: readonly Told[], index: number): Line[] => {
  const [first] = story;
  return first ? [registrationOf(first), ...story.slice(0, index + 1).map(({ line }) => line)] : [];
};

/** The line with which the ticket of a story began. */
function registrationOf({ before }: Told): Line {
  const { type, urgency, reachable, anonymous, upstreamDueAt } = before;
  return {
    ticketId: before.id,
    seq: 1,
    at: before.registeredAt,
    actor: 'agent',
    name: 'register',
    from: null,
    to: before.state,
    data: { type, urgency, reachable, anonymous, upstreamDueAt },
    text: null,
    event: 'ticket.registered',
  };
}

const isRunning = ({ state }: WantedClock) => state === 'running';
const finish = ['finish', 'rework'];
/** What is settled after an answer too. */
const outlive = ['supervision', 'held', 'appeal-window', 'appeal'];

describe('the clocks of any story', () => {
  it('run while the ticket is open, praise aside', () => {
    always(({ after }, clocks) => {
      if (isOpen(after.state) && after.type !== 'praise') expect(clocks.filter(isRunning)).not.toEqual([]);
    });
  });

  it('stand still when it has ended, but for the co-handlers, the judgement, appeals, the orders on and the review of a closed one and the citizen of a merged one', () => {
    always(({ after }, clocks) => {
      if (isOpen(after.state)) return;
      const helping = after.assignments.filter(({ role, endedAt }) => role === 'co-handler' && !endedAt);
      const running = clocks
        .filter(isRunning)
        .filter(({ assignmentId }) => !helping.some(({ id }) => id === assignmentId))
        .filter(({ kind }) => !(outlive.includes(kind) && after.state === 'closed'))
        .filter(({ kind }) => !(kind === 'extension' && helping.length > 0))
        .map(({ kind }) => kind);
      const waiting = after.state === 'merged' && !after.handledAt && after.type !== 'praise';
      expect(running).toEqual(after.judgementDue ? ['judgement'] : waiting ? ['citizen'] : []);
    });
  });

  it('give every lead one time to finish, and a co-handler too', () => {
    always(({ after }, clocks) => {
      if (after.type === 'praise') return;
      const timed = clocks.filter(({ kind }) => finish.includes(kind)).map(({ assignmentId }) => assignmentId);
      expect(timed.toSorted()).toEqual(after.assignments.map(({ id }) => id).toSorted());
    });
  });

  it('never run again once they were met or cancelled', () => {
    always((_step, after, before) => {
      const ended = before.filter((clock) => !isRunning(clock)).map(({ key }) => key);
      expect(after.filter((clock) => isRunning(clock) && ended.includes(clock.key))).toEqual([]);
    });
  });

  it('are not moved by what only follows a ticket', () => {
    const idle = [
      'nudge',
      'urge',
      'supplement',
      'reveal',
      'supervise',
      'reachByPhone',
      'interimReport',
      'appeal',
      'mark',
      'addCoHandler',
      'requestExtension',
      'requestCoExtension',
      'requestHold',
      'refuseHold',
      'thirdPartyCopy',
    ];
    always(({ line }, after, before) => {
      if (idle.includes(line.name)) expect(after.slice(0, before.length)).toEqual(before);
    });
  });

  it('are made no longer by a limit of the ticket’s own, and none but those that an answer meets', () => {
    always(({ line }, after, before) => {
      if (line.name !== 'setLimit' && line.name !== 'liftLimit') return;
      const dueOf = ({ rule }: WantedClock) => dueTimes.withOwnLimit(rule, null).dueAt;
      for (const [index, clock] of after.entries()) {
        const then = before[index];
        const isMoved = then?.dueAt.getTime() !== clock.dueAt.getTime();
        if (isMoved) expect([...finish]).toContain(clock.kind);
        if (isMoved) expect(clock.generation).toBe((then?.generation ?? 0) + 1);
        expect(clock.dueAt <= dueOf(clock)).toBe(true);
        expect(then && dueOf(then)).toEqual(dueOf(clock));
      }
    });
  });

  it('never give a unit below more time than the part has that was handed on to it', () => {
    always(({ after }, clocks) => {
      const dueOf = (id: string | null) =>
        clocks.find((clock) => finish.includes(clock.kind) && clock.assignmentId === id && isRunning(clock))?.dueAt;
      for (const { id, parentId } of after.assignments) {
        const [own, above] = [dueOf(id), dueOf(parentId)];
        if (parentId && own && above) expect(own <= above).toBe(true);
      }
    });
  });

  it('leave the citizen’s alone until it is answered, but for an extension', () => {
    always(({ line }, after, before) => {
      const [now, then] = [after, before].map((all) => all.find(({ kind }) => kind === 'citizen'));
      if (line.name === 'edit' || line.name === 'extend') return;
      expect(now?.dueAt).toEqual(then?.dueAt);
      if (then?.state === 'met') expect(now).toEqual(then);
    });
  });

  it('say the same however often and in whatever portions the story was told', () => {
    const portions = fc.infiniteStream(fc.boolean());
    fc.assert(
      fc.property(aStory, portions, (story, looks) => {
        fc.pre(story.length > 0);
        let rows: ClockRow[] = [];
        const look = (upTo: number) => (rows = told(story, upTo, rows));
        story.forEach((_, index) => {
          if (looks.next().value) look(index);
        });
        look(story.length - 1);
        expect(facts(rows)).toEqual(facts(told(story, story.length - 1, [])));
        expect(told(story, story.length - 1, rows)).toEqual(rows);
      }),
      { numRuns: 40 },
    );
  });
});

describe('after days came to be worked otherwise', () => {
  const year = (months: string) =>
    fc.integer({ min: 1, max: 31 }).map((day) => `2026-${months}-${String(day).padStart(2, '0')}`);
  const changedDays = fc.uniqueArray(fc.oneof(year('03'), year('03'), year('12')), { minLength: 1, maxLength: 12 });

  it('what is counted from beside each clock is what its history tells', () => {
    let [counted, moved] = [0, 0];
    fc.assert(
      fc.property(aStory, changedDays, fc.nat({ max: 9_999 }), (story, days, moment) => {
        fc.pre(story.length > 0);
        const upTo = moment % story.length;
        const ticket = story[upTo]?.after as Ticket;
        const clocks = told(story, upTo, []).map(asStored);
        const rules = workedOtherwise(days);
        const anew = recounted({ ticket, clocks, areTold: true }, rules);
        if (!anew) return;
        const wanted = clocksOf(stored(linesUpTo(story, upTo)), rules.dueTimes);
        expect(inOrder(anew)).toEqual(inOrder(reconcile(ticket, wanted, clocks, () => 'new', rules.ladder)));
        counted += 1;
        moved += Math.min(anew.changed.length, 1);
      }),
      { numRuns: 600 },
    );
    expect(counted).toBeGreaterThan(100);
    expect(moved).toBeGreaterThan(20);
  });
});

/** Written together, in whatever order. */
const inOrder = (all: Reconciled): Reconciled => ({
  ...all,
  changed: all.changed.toSorted((left, right) => (left.key < right.key ? -1 : 1)),
  parts: all.parts.toSorted((left, right) => (left.id < right.id ? -1 : 1)),
});

/** As it comes back from the database: what it was counted from is text. */
const asStored = (row: ClockRow): ClockRow => ({
  ...row,
  rule: JSON.parse(JSON.stringify(row.rule)) as ClockRow['rule'],
});

/** On these days people work where they rested, and rest where they worked. */
function workedOtherwise(dates: readonly string[]): RulesInForce {
  const years = stateCouncilYears(2025, 2026).map((year) => {
    const others = year.days.filter(({ date }) => !dates.includes(date));
    const named = year.days.map(({ date }) => date);
    const flipped = dates
      .filter((date) => date.startsWith(String(year.year)) && !named.includes(date))
      .map((date) => ({ date, working: !isWeekday(dayNumber(date)), name: '调休' }));
    return { ...year, version: 2, days: [...others, ...flipped] };
  });
  const changed = new Calendar(years, defaultOfficeHours);
  return {
    dueTimes: new DueTimes(limits, new Offices({ calendar: changed })),
    ladder: new Ladder(ladderRows, changed),
  };
}

/** The stored rows after the deadlines service has looked at the ticket once more. */
function told(story: readonly Told[], upTo: number, rows: readonly ClockRow[]): ClockRow[] {
  const ticket = story[upTo]?.after;
  if (!ticket) return [...rows];
  let id = rows.length;
  const wanted = clocksOfLines(linesUpTo(story, upTo));
  const { changed } = reconcile(ticket, wanted, rows, () => `clock-${++id}`, ladder);
  const byKey = new Map([...rows, ...changed].map((row) => [row.key, row]));
  return [...byKey.values()];
}

const facts = (rows: readonly ClockRow[]) =>
  rows
    .map(({ key, kind, state, dueAt: due, metAt, startedAt }) => ({ key, kind, state, due, metAt, startedAt }))
    .sort((left, right) => (left.key < right.key ? -1 : 1));

describe('a straight road with any number of send-backs', () => {
  const calendar = new Calendar(stateCouncilYears(2025, 2026), defaultOfficeHours);
  const days = (amount: number): Limit => ({ amount, unit: 'working-days' });
  const hoursUntil = fc.integer({ min: 1, max: 90 });

  it('is due and met as a patient reader of the rules would say', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hoursUntil, hoursUntil), { maxLength: 4 }), hoursUntil, (rounds, last) => {
        const ticket = new ATicket({}, '2026-01-28 10:00').dispatched().signed();
        let due = dueAt(calendar, ticket.part().dispatchedAt, days(5));
        for (const [working, reviewing] of rounds) {
          const submitted = later(ticket, working).replied().now.stateSince;
          const sentBack = later(ticket, reviewing).does('sendBack', { reasonCode: 'wording' }).now.stateSince;
          const fresh = dueAt(calendar, sentBack, days(1));
          if (due >= submitted && fresh > due) due = fresh;
        }
        const submitted = later(ticket, last).replied().now.stateSince;
        ticket.does('approve', {});
        const clocks = clocksOfLines(ticket.lines);
        expect(clocks.find(({ kind }) => kind === 'finish')).toMatchObject({
          dueAt: due,
          state: 'met',
          metAt: submitted,
        });
        expect(clocks.find(({ kind }) => kind === 'citizen')).toMatchObject({ state: 'met', metAt: submitted });
      }),
      { numRuns: 100 },
    );
  });
});

/** The next step comes that many hours after the last. */
const later = (ticket: ATicket, hours: number): ATicket =>
  ticket.at(new Date((ticket.lastLine?.at.getTime() ?? 0) + (hours + 8) * 3_600_000).toISOString().slice(0, 16));
