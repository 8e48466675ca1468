import type { ClockKind } from '#ticket/clock-kind';
import type { TicketType } from '#ticket/ticket-type';
import type { Urgency } from '#ticket/urgency';
import { TimeLimits, type TimeLimit } from './time-limit';
import { limits } from './told-clocks.spec-support';

const words = { minutes: 'min', hours: 'h', 'office-hours': 'office h', 'working-days': 'wd' };
const told = (clock: ClockKind, type: TicketType, urgency: Urgency): string => {
  const limit = limits.of(clock, type, urgency);
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

describe('a limit', () => {
  const row = (more: Partial<TimeLimit>): TimeLimit => ({
    id: 'row',
    version: 1,
    type: null,
    urgency: null,
    clock: 'finish',
    amount: 1,
    unit: 'working-days',
    source: '',
    ...more,
  });

  it('of the class comes before one common to all, wherever they stand', () => {
    const own = row({ id: 'own', type: 'help' });
    const common = row({ id: 'common' });
    for (const rows of [
      [own, common],
      [common, own],
    ]) {
      expect(new TimeLimits(rows).of('finish', 'help', 'normal')?.id).toBe('own');
      expect(new TimeLimits(rows).of('finish', 'other', 'normal')?.id).toBe('common');
    }
  });

  it('of another step is none', () => {
    expect(new TimeLimits([row({ clock: 'sign' })]).of('finish', 'help', 'normal')).toBeNull();
  });
});
