import type { Limit } from '#calendar/limit';
import type { ClockKind } from '#ticket/clock-kind';
import type { TicketType } from '#ticket/ticket-type';
import type { Urgency } from '#ticket/urgency';

type Steps = Partial<Record<ClockKind, Limit>>;

const minutes = (amount: number): Limit => ({ amount, unit: 'minutes' });
const hours = (amount: number): Limit => ({ amount, unit: 'hours' });
const officeHours = (amount: number): Limit => ({ amount, unit: 'office-hours' });
const workingDays = (amount: number): Limit => ({ amount, unit: 'working-days' });

const ordinary = (finish: number): Steps => ({
  dispatch: officeHours(2),
  sign: workingDays(1),
  contact: workingDays(1),
  finish: workingDays(finish),
  rework: workingDays(3),
  'return-window': workingDays(2),
  return: officeHours(4),
});

/** The limits a new system begins with: domain.md §3, marked [D] there. Data from the first day: an administrator replaces them. */
export const defaultLimits: readonly { type?: TicketType; urgency?: Urgency; steps: Steps }[] = [
  {
    urgency: 'critical',
    steps: {
      dispatch: minutes(10),
      sign: minutes(30),
      contact: minutes(30),
      finish: hours(24),
      rework: hours(24),
      review: hours(2),
      extension: hours(2),
    },
  },
  {
    urgency: 'urgent',
    steps: {
      dispatch: minutes(30),
      sign: hours(2),
      contact: hours(4),
      finish: hours(24),
      rework: hours(24),
      'return-window': hours(2),
      return: hours(1),
      review: hours(2),
      extension: hours(2),
    },
  },
  {
    type: 'consultation',
    steps: {
      dispatch: officeHours(2),
      sign: workingDays(1),
      finish: workingDays(3),
      rework: workingDays(2),
      'return-window': workingDays(1),
      return: officeHours(4),
    },
  },
  { type: 'help', steps: ordinary(5) },
  { type: 'suggestion', steps: ordinary(5) },
  { type: 'other', steps: ordinary(5) },
  { type: 'complaint', steps: ordinary(10) },
  { type: 'report', steps: ordinary(10) },
  { type: 'praise', steps: { dispatch: officeHours(2) } },
  {
    steps: {
      incomplete: workingDays(1),
      review: workingDays(1),
      extension: workingDays(1),
      callback: workingDays(1),
      judgement: workingDays(1),
      'appeal-window': workingDays(3),
      appeal: workingDays(5),
      // Until the superior's own date, where it sets one.
      upstream: workingDays(5),
      arbitration: workingDays(2),
      supervision: workingDays(3),
    },
  },
];
