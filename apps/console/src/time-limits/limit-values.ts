import type { LimitBody, LimitRow } from './limit-row';

/** What the form holds. */
export interface LimitValues {
  readonly type?: LimitBody['type'];
  readonly urgency?: LimitBody['urgency'];
  readonly categoryCode?: string | null;
  readonly clock?: LimitBody['clock'];
  readonly amount?: number | null;
  readonly unit?: LimitBody['unit'];
  readonly source?: string;
  /** Every open ticket, or steps that start from a day on. */
  readonly reach: 'all' | 'from';
  readonly validFrom?: string;
}

export const valuesOfLimit = (limit: LimitRow | null): LimitValues =>
  limit
    ? { amount: limit.amount, unit: limit.unit, source: limit.source, reach: 'all' }
    : { unit: 'working-days', reach: 'all' };

/** A limit's class and step stay what they are; without a day it takes the place of the version there is. */
export function bodyOfLimit(values: LimitValues, limit: LimitRow | null): LimitBody {
  const { type, urgency, categoryCode, clock } = limit ?? values;
  const { amount, unit, source, reach, validFrom } = values;
  const from = reach === 'from' ? { validFrom } : limit ? { validFrom: limit.validFrom } : {};
  return { type, urgency, categoryCode, clock, amount, unit, source, ...from } as LimitBody;
}
