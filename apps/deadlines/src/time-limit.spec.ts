import fc from 'fast-check';
import { at } from '#testing/a-ticket';
import type { ClockKind } from '#ticket/clock-kind';
import type { TicketType } from '#ticket/ticket-type';
import type { Urgency } from '#ticket/urgency';
import { scopeName, TimeLimits, type LimitedClass, type TimeLimit } from './time-limit';
import { limits } from './told-clocks.spec-support';

const words = { minutes: 'min', hours: 'h', 'office-hours': 'office h', 'working-days': 'wd' };
const told = (clock: ClockKind, type: TicketType, urgency: Urgency): string => {
  const limit = limits.of(clock, { type, urgency }, at('2026-03-02 10:00'));
  return limit ? `${limit.amount} ${words[limit.unit]}` : '–';
};

const steps = ['dispatch', 'sign', 'contact', 'finish', 'rework', 'return-window', 'return'] as const;
const ordinary = (finish: string) => ['2 office h', '1 wd', '1 wd', finish, '3 wd', '2 wd', '4 office h'];

describe('the limits a new system begins with', () => {
  it.each<[TicketType, Urgency, string[]]>([
    ['help', 'critical', ['10 min', '30 min', '30 min', '24 h', '24 h', '–', '–']],
    ['help', 'urgent', ['30 min', '2 h', '4 h', '24 h', '24 h', '2 h', '1 h']],
    ['consultation', 'normal', ['2 office h', '1 wd', '–', '3 wd', '2 wd', '1 wd', '4 office h']],
    ['help', 'normal', ordinary('5 wd')],
    ['suggestion', 'normal', ordinary('5 wd')],
    ['other', 'normal', ordinary('5 wd')],
    ['complaint', 'normal', ordinary('10 wd')],
    ['report', 'normal', ordinary('10 wd')],
    ['praise', 'normal', ['2 office h', '–', '–', '–', '–', '–', '–']],
  ])('are those of the table: %s, %s', (type, urgency, expected) => {
    expect(steps.map((step) => told(step, type, urgency))).toEqual(expected);
  });

  it('leave urgency to decide before type, praise aside', () => {
    expect(told('finish', 'consultation', 'urgent')).toBe('24 h');
    expect(told('finish', 'complaint', 'critical')).toBe('24 h');
    expect(told('finish', 'praise', 'urgent')).toBe('–');
  });

  it('give the hotline its own time', () => {
    const own = ['incomplete', 'review', 'extension', 'callback', 'judgement', 'arbitration', 'supervision'] as const;
    expect(own.map((step) => told(step, 'help', 'normal'))).toEqual([
      '1 wd',
      '1 wd',
      '1 wd',
      '1 wd',
      '1 wd',
      '2 wd',
      '3 wd',
    ]);
    expect(own.map((step) => told(step, 'help', 'urgent'))).toEqual([
      '1 wd',
      '2 h',
      '2 h',
      '1 wd',
      '1 wd',
      '2 wd',
      '3 wd',
    ]);
    expect(told('review', 'help', 'critical')).toBe('2 h');
  });
});

const start = at('2026-09-14 10:00');
const row = (more: Partial<TimeLimit>): TimeLimit => ({
  id: 'row',
  version: 1,
  type: null,
  urgency: null,
  categoryCode: null,
  clock: 'finish',
  amount: 1,
  unit: 'working-days',
  source: '',
  validFrom: null,
  ...more,
});
/** `waste` lies in `city`. */
const above = (code: string) => (code === 'waste' ? ['waste', 'city'] : [code]);
const chosen = (rows: readonly TimeLimit[], ticket: LimitedClass, when = start) =>
  new TimeLimits(rows, above).of('finish', ticket, when)?.id;

describe('a limit', () => {
  it('of the class comes before one common to all, wherever they stand', () => {
    const own = row({ id: 'own', type: 'help' });
    const common = row({ id: 'common' });
    for (const rows of [
      [own, common],
      [common, own],
    ]) {
      expect(chosen(rows, { type: 'help', urgency: 'normal' })).toBe('own');
      expect(chosen(rows, { type: 'other', urgency: 'normal' })).toBe('common');
    }
  });

  it('of the class that a ticket was given comes in place of its own type’s, an emergency or a praise aside', () => {
    const rows = [row({ id: 'help', type: 'help' }), row({ id: 'complaint', type: 'complaint' })];
    const of = (more: Partial<LimitedClass>) =>
      chosen(rows, { type: 'help', urgency: 'normal', limitClass: 'complaint', ...more });
    expect([of({}), of({ limitClass: null })]).toEqual(['complaint', 'help']);
    expect(of({ type: 'praise' })).toBeUndefined();
    expect(
      chosen([...rows, row({ id: 'urgent', urgency: 'urgent' })], {
        type: 'help',
        urgency: 'urgent',
        limitClass: 'complaint',
      }),
    ).toBe('urgent');
  });

  it('of another step is none', () => {
    expect(chosen([row({ clock: 'sign' })], { type: 'help', urgency: 'normal' })).toBeUndefined();
  });

  it('of the nearest category comes before those above it, and before every type', () => {
    const rows = [
      row({ id: 'help', type: 'help' }),
      row({ id: 'city', categoryCode: 'city' }),
      row({ id: 'city help', categoryCode: 'city', type: 'help' }),
      row({ id: 'waste', categoryCode: 'waste' }),
    ];
    const of = (type: TicketType, categoryCode: string | null) =>
      chosen(rows, { type, urgency: 'normal', categoryCode });
    expect([of('help', 'waste'), of('help', 'city'), of('other', 'city')]).toEqual(['waste', 'city help', 'city']);
    expect([of('help', 'school'), of('help', null), of('other', null)]).toEqual(['help', 'help', undefined]);
  });

  it('of a category gives an emergency or a praise no other time, unless it says so', () => {
    const rows = [row({ id: 'city', categoryCode: 'city' }), row({ id: 'urgent', urgency: 'urgent' })];
    const ofCity = (type: TicketType, urgency: Urgency) => chosen(rows, { type, urgency, categoryCode: 'city' });
    expect([ofCity('help', 'urgent'), ofCity('praise', 'normal'), ofCity('praise', 'urgent')]).toEqual([
      'urgent',
      undefined,
      undefined,
    ]);
    const own = row({ id: 'urgent in the city', categoryCode: 'city', urgency: 'urgent' });
    expect(chosen([...rows, own], { type: 'help', urgency: 'urgent', categoryCode: 'waste' })).toBe(
      'urgent in the city',
    );
  });

  it('counts for the steps that start from its day on, which begins in Shanghai', () => {
    const rows = [row({ id: 'old' }), row({ id: 'new', version: 2, validFrom: '2026-10-01' })];
    const help = { type: 'help', urgency: 'normal' } as const;
    expect(chosen(rows, help, at('2026-09-30 23:59'))).toBe('old');
    expect(chosen(rows, help, at('2026-10-01 00:00'))).toBe('new');
  });

  it('that is corrected leaves the one that is still to come', () => {
    const rows = [
      row({ id: 'old' }),
      row({ id: 'to come', version: 2, validFrom: '2026-10-01' }),
      row({ id: 'corrected', version: 3 }),
    ];
    const help = { type: 'help', urgency: 'normal' } as const;
    expect([chosen(rows, help), chosen(rows, help, at('2026-10-08 10:00'))]).toEqual(['corrected', 'to come']);
  });

  it('that was ended leaves the more general one', () => {
    const rows = [
      row({ id: 'common' }),
      row({ id: 'help', type: 'help' }),
      row({ id: 'ended', version: 2, type: 'help', amount: null, validFrom: '2026-09-14' }),
    ];
    const help = { type: 'help', urgency: 'normal' } as const;
    expect([chosen(rows, help, at('2026-09-13 10:00')), chosen(rows, help)]).toEqual(['help', 'common']);
  });
});

describe('of any limits', () => {
  const code = fc.option(fc.constantFrom('waste', 'city', 'school'));
  const type = fc.constantFrom<TicketType>('help', 'complaint', 'praise');
  const urgency = fc.constantFrom<Urgency>('normal', 'urgent', 'critical');
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-09-${String(n).padStart(2, '0')}`);
  const rows = fc
    .array(
      fc.record({
        type: fc.option(type),
        urgency: fc.option(urgency),
        categoryCode: code,
        validFrom: fc.option(day),
        amount: fc.option(fc.integer({ min: 1, max: 20 })),
      }),
      { maxLength: 12 },
    )
    .map((all) => all.map((each, index) => row({ ...each, id: String(index), version: index + 1 })));
  const ticket = fc.record({ type, urgency, categoryCode: code });

  /** Reads the rows as a patient person would: from the most particular class to the most general. */
  function readByHand(all: readonly TimeLimit[], { type, urgency, categoryCode }: LimitedClass, on: string) {
    const inForce = (where: Pick<TimeLimit, 'type' | 'urgency' | 'categoryCode'>) => {
      const same = all.filter((each) => scopeName(each) === scopeName({ ...where, clock: 'finish' }));
      const begun = same.filter(({ validFrom }) => validFrom === null || validFrom <= on);
      const last = begun
        .map(({ validFrom }) => validFrom ?? '')
        .sort()
        .at(-1);
      const found = begun
        .filter(({ validFrom }) => (validFrom ?? '') === last)
        .sort((a, b) => b.version - a.version)[0];
      return found && found.amount !== null ? found : undefined;
    };
    const isOrdinary = urgency === 'normal' || type === 'praise';
    for (const place of [...(categoryCode ? above(categoryCode) : []), null])
      for (const named of isOrdinary ? [null] : [urgency])
        for (const kind of type === 'praise' ? ['praise' as const] : [type, null]) {
          const found = inForce({ categoryCode: place, urgency: named, type: kind });
          if (found && !(place === null && named === null && kind === null)) return found.id;
        }
    return inForce({ categoryCode: null, urgency: null, type: null })?.id;
  }

  it('the most particular one in force is chosen, whatever the order of the rows', () => {
    const withoutNormal = rows.map((all) => all.filter(({ urgency }) => urgency !== 'normal'));
    fc.assert(
      fc.property(withoutNormal, ticket, day, (all, asked, on) => {
        const when = at(`${on} 12:00`);
        expect(chosen(all, asked, when)).toBe(readByHand(all, asked, on));
        expect(chosen(all.toReversed(), asked, when)).toBe(chosen(all, asked, when));
      }),
      { numRuns: 2_000 },
    );
  });

  it('none that begins later, is ended or is for another class is ever chosen', () => {
    fc.assert(
      fc.property(rows, ticket, day, (all, asked, on) => {
        const id = chosen(all, asked, at(`${on} 12:00`));
        const found = all.find((each) => each.id === id);
        if (!found) return;
        expect((found.validFrom ?? '') <= on && found.amount !== null).toBe(true);
        expect([null, asked.type]).toContain(found.type);
        expect([null, asked.urgency]).toContain(found.urgency);
        expect([null, ...(asked.categoryCode ? above(asked.categoryCode) : [])]).toContain(found.categoryCode);
      }),
      { numRuns: 1_000 },
    );
  });
});
