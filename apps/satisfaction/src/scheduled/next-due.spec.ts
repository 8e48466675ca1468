import { nextDue, type Recurrence } from './next-due';

const shanghai = (time: string): Date => new Date(`${time.replace(' ', 'T')}:00+08:00`);

it.each<[string, Recurrence, string, string]>([
  [
    'the same day, before its time',
    { cadence: 'daily', day: null, at: '08:00' },
    '2026-09-14 07:59',
    '2026-09-14 08:00',
  ],
  [
    'the next day, from its time on',
    { cadence: 'daily', day: null, at: '08:00' },
    '2026-09-14 08:00',
    '2026-09-15 08:00',
  ],
  ['on Monday', { cadence: 'weekly', day: 1, at: '09:30' }, '2026-09-14 10:00', '2026-09-21 09:30'],
  ['on Sunday', { cadence: 'weekly', day: 7, at: '09:30' }, '2026-09-14 10:00', '2026-09-20 09:30'],
  [
    'on a day of the month, over the year',
    { cadence: 'monthly', day: 3, at: '08:00' },
    '2026-12-03 08:00',
    '2027-01-03 08:00',
  ],
])('is due %s', (_, recurrence, after, due) => {
  expect(nextDue(recurrence, shanghai(after))).toEqual(shanghai(due));
});
