import { UnpublishedYear } from '#calendar/unpublished-year';
import { at } from '#testing/a-ticket';
import { sendBackLimit, type TicketClass } from './due-times';
import { dueTimes } from './told-clocks.spec-support';

const help: TicketClass = { type: 'help', urgency: 'normal', upstreamDueAt: null };
const start = at('2026-03-02 10:00');

describe('a due time', () => {
  it('says by which rule and which calendar it was computed', () => {
    expect(dueTimes.step('finish', start, help)).toEqual({
      dueAt: at('2026-03-09 18:00'),
      yellowAt: at('2026-03-09 09:00'),
      rule: {
        limitId: 'help/finish',
        limitVersion: 1,
        amount: 5,
        unit: 'working-days',
        start,
        steps: [],
        calendar: [{ year: 2026, version: expect.any(Number) as number }],
      },
    });
    const promise = dueTimes.promise(start, help);
    expect(promise).toMatchObject({
      dueAt: at('2026-03-11 18:00'),
      rule: { limitId: 'help/finish', margin: { amount: 2, unit: 'working-days' } },
    });
  });

  it('skips the holidays that were announced and counts the days made up for them', () => {
    expect(dueTimes.step('finish', at('2026-09-30 10:00'), help)?.dueAt).toEqual(at('2026-10-13 18:00'));
  });

  it('is refused in a year whose holidays nobody has announced', () => {
    expect(() => dueTimes.step('finish', at('2026-12-30 10:00'), help)).toThrow(UnpublishedYear);
    expect(dueTimes.step('finish', at('2026-12-30 10:00'), { ...help, urgency: 'urgent' })?.dueAt).toEqual(
      at('2026-12-31 10:00'),
    );
  });

  it('is none for a class that has no such step', () => {
    expect(dueTimes.step('contact', start, { ...help, type: 'consultation' })).toBeNull();
    expect(dueTimes.promise(start, { ...help, type: 'praise' })).toBeNull();
  });

  it('that somebody else set is taken as it is', () => {
    const set = at('2026-06-01 18:00');
    expect(dueTimes.given(start, set)).toEqual({
      dueAt: set,
      yellowAt: null,
      rule: { given: set, start, steps: [], calendar: [] },
    });
  });
});

describe('a superior’s date', () => {
  const above: TicketClass = { ...help, upstreamDueAt: at('2026-03-05 12:00') };

  it('bounds the department’s time to finish, first or again, and nothing else of it', () => {
    expect(dueTimes.step('finish', start, above)?.dueAt).toEqual(at('2026-03-04 18:00'));
    expect(dueTimes.step('rework', start, above)?.dueAt).toEqual(at('2026-03-04 18:00'));
    expect(dueTimes.step('sign', at('2026-03-04 10:00'), above)?.dueAt).toEqual(at('2026-03-05 18:00'));
  });

  it('never leaves less than four office hours, nor more than the limit', () => {
    expect(dueTimes.step('finish', at('2026-03-05 10:00'), above)?.dueAt).toEqual(at('2026-03-05 16:00'));
    const urgent = { ...above, urgency: 'urgent' } as const;
    expect(dueTimes.step('finish', at('2026-03-02 10:00'), urgent)?.dueAt).toEqual(at('2026-03-03 10:00'));
  });

  it('falls back over weekends and holidays', () => {
    const after = { ...help, type: 'complaint', upstreamDueAt: at('2026-10-08 12:00') } as const;
    expect(dueTimes.step('finish', at('2026-09-25 10:00'), after)?.dueAt).toEqual(at('2026-09-30 18:00'));
  });
});

describe('after a send-back', () => {
  const sentBack = (begun: string, sent: string, ticket: TicketClass) => {
    const due = dueTimes.step('finish', at(begun), ticket);
    if (!due) throw new Error('has a limit');
    return dueTimes.after(due.rule, { kind: 'send-back', at: at(sent), submittedAt: null, ...sendBackLimit(ticket) });
  };

  it('there is at least a working day, or two or four hours of day and night', () => {
    const [begun, friday] = ['2026-02-20 10:00', '2026-03-06 22:00'];
    expect(sentBack(begun, friday, help).dueAt).toEqual(at('2026-03-09 18:00'));
    expect(sentBack(begun, friday, { ...help, urgency: 'urgent' }).dueAt).toEqual(at('2026-03-07 02:00'));
    expect(sentBack(begun, friday, { ...help, urgency: 'critical' }).dueAt).toEqual(at('2026-03-07 00:00'));
  });

  it('the warning is reckoned anew', () => {
    expect(sentBack('2026-02-20 10:00', '2026-03-02 10:00', help).yellowAt).toEqual(at('2026-03-03 14:00'));
    expect(sentBack('2026-02-20 10:00', '2026-03-02 10:00', { ...help, urgency: 'urgent' }).yellowAt).toEqual(
      at('2026-03-02 13:12'),
    );
  });
});
