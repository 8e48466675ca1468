import { dateOfDay, dayNumber } from '#calendar/day-number';
import type { BulletinKind } from '#http-api/bulletin-shapes';
import type { Period } from '../period';
import type { SectionMaker } from './bulletin-section';
import { breakdown } from './sections/breakdown';
import { departments } from './sections/departments';
import { dissatisfied } from './sections/dissatisfied';
import { hot } from './sections/hot';
import { orders } from './sections/orders';
import { overdue } from './sections/overdue';
import { repeated } from './sections/repeated';
import { returns } from './sections/returns';
import { rateTotals, totals } from './sections/totals';
import { visits } from './sections/visits';

interface BulletinRow {
  /** The period of it that a day lies in. */
  readonly period: (day: string) => Period;
  /** Made by itself once its period is over, at eight in the morning. */
  readonly isMadeByItself: boolean;
  readonly sections: readonly SectionMaker[];
}

const dayAfter = (day: string, days: number): string => dateOfDay(dayNumber(day) + days);
/** 1 for Monday. */
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
const monthOf = (day: string): Period => {
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: dayAfter(`${dayAfter(from, 31).slice(0, 7)}-01`, -1) };
};

const overall = [totals, rateTotals] as const;
const kinds = [breakdown('channel'), breakdown('type'), breakdown('area')] as const;

/** What each kind of bulletin covers and shows (wording.md, the monthly notice). */
export const bulletinRows: Readonly<Record<BulletinKind, BulletinRow>> = {
  daily: {
    period: (day) => ({ from: day, to: day }),
    isMadeByItself: true,
    sections: [...overall, breakdown('type'), hot, overdue, dissatisfied],
  },
  weekly: {
    period: (day) => ({ from: dayAfter(day, 1 - weekday(day)), to: dayAfter(day, 7 - weekday(day)) }),
    isMadeByItself: true,
    sections: [...overall, ...kinds, departments, hot, overdue, dissatisfied, repeated],
  },
  monthly: {
    period: monthOf,
    isMadeByItself: true,
    sections: [
      ...[...overall, ...kinds, departments, hot, overdue],
      ...[dissatisfied, returns, repeated, orders, visits],
    ],
  },
  brief: {
    period: (day) => ({ from: dayAfter(day, -6), to: day }),
    isMadeByItself: false,
    sections: [...overall, hot, repeated, overdue, dissatisfied, orders],
  },
};

/** 〔2026〕第9期: of its year, a number for each kind. */
export const numberWords = (starts: string, number: number): string => `〔${starts.slice(0, 4)}〕第${number}期`;
