import type { SectionMaker } from './bulletin-section';
import { breakdown } from './sections/breakdown';
import { departments } from './sections/departments';
import { dissatisfied } from './sections/dissatisfied';
import { hot } from './sections/hot';
import { orders } from './sections/orders';
import { overdue } from './sections/overdue';
import { repeated } from './sections/repeated';
import { returns } from './sections/returns';
import { rates, totals } from './sections/totals';
import { visits } from './sections/visits';

/** The tables of bulletins, by the names under which they are kept (wording.md, the monthly notice). */
export const bulletinSections = {
  totals,
  rates,
  channel: breakdown('channel'),
  type: breakdown('type'),
  area: breakdown('area'),
  departments,
  hot,
  overdue,
  dissatisfied,
  returns,
  repeated,
  orders,
  visits,
} as const satisfies Record<string, SectionMaker>;

export type SectionName = keyof typeof bulletinSections;
