import type { ClockRow } from '#store/clock-rows';
import type { ClockRule, ClockStep } from './clock-rule';

type Stored = Readonly<Record<string, unknown>>;

/** The rule beside a clock as it comes from the database; null for one that was written before rules told their steps. */
export function readClockRule({ steps, upstream, ...stored }: ClockRow['rule']): ClockRule | null {
  if (!Array.isArray(steps)) return null;
  const bound = upstream ? { upstream: withInstants(upstream as Stored) } : {};
  return {
    ...withInstants(stored),
    ...bound,
    steps: steps.map((step) => readStep(step as Stored)),
  } as unknown as ClockRule;
}

/** A step as it comes from JSON. */
export const readStep = (step: Stored): ClockStep => withInstants(step) as unknown as ClockStep;

const instants = ['start', 'given', 'from', 'to', 'at', 'until', 'submittedAt', 'dueAt'];

const withInstants = (stored: Stored): Stored =>
  Object.fromEntries(
    Object.entries(stored).map(([field, value]): [string, unknown] => [
      field,
      instants.includes(field) && typeof value === 'string' ? new Date(value) : value,
    ]),
  );
