import { lastOf, shifted, timeSpans, type TimeSpan } from '#calendar/time-span';
import type { BulletinKind } from '#http-api/bulletin-shapes';
import type { Period } from '../period';
import type { SectionName } from './bulletin-sections';

interface BulletinRow {
  /** The period of it that a day lies in. */
  readonly period: (day: string) => Period;
  /** Made by itself once its period is over, at eight in the morning. */
  readonly isMadeByItself: boolean;
  readonly sections: readonly SectionName[];
}

const spanOf =
  (span: TimeSpan) =>
  (day: string): Period => ({ from: timeSpans[span].first(day), to: lastOf(span, day) });

const overall = ['totals', 'rates'] as const;
const kinds = ['channel', 'type', 'area'] as const;
const rest = ['dissatisfied', 'returns', 'repeated', 'orders', 'visits'] as const;

/** What each kind of bulletin covers and shows (wording.md, the monthly notice). */
export const bulletinRows: Readonly<Record<BulletinKind, BulletinRow>> = {
  daily: {
    period: spanOf('day'),
    isMadeByItself: true,
    sections: [...overall, 'type', 'hot', 'overdue', 'dissatisfied'],
  },
  weekly: {
    period: spanOf('week'),
    isMadeByItself: true,
    sections: [...overall, ...kinds, 'departments', 'hot', 'overdue', 'dissatisfied', 'repeated'],
  },
  monthly: {
    period: spanOf('month'),
    isMadeByItself: true,
    sections: [...overall, ...kinds, 'departments', 'hot', 'overdue', ...rest],
  },
  brief: {
    period: (day) => ({ from: shifted(day, { days: -6 }), to: day }),
    isMadeByItself: false,
    sections: [...overall, 'hot', 'repeated', 'overdue', 'dissatisfied', 'orders'],
  },
};

/** 〔2026〕第9期: of its year, a number for each kind. */
export const numberWords = (starts: string, number: number): string => `〔${starts.slice(0, 4)}〕第${number}期`;
