import { openPart } from '#store/open-tickets';
import { timelinessOfPart } from '#store/part-timeliness';
import type { Dimension } from './dimensions';
import type { Formula } from './formulas';
import type { Measure } from './measure';
import { populationBeside } from './population';
import { ticketKeys } from './ticket-keys';

/** By what the parts `ticket.assignment a` of co-handlers may be broken down: their own department, and what their tickets `t` are. */
export const coHandlingDimensions: Readonly<Partial<Record<Dimension, string>>> = {
  department: 'a.department_id::text',
  ...ticketKeys,
};

const isTimely = (...timeliness: string[]): string =>
  `${timelinessOfPart} IN (${timeliness.map((each) => `'${each}'`).join(', ')})`;

/** What is counted of the parts with which departments helped; the figures of tickets are their leads' (domain.md §6). */
export const coHandlingMeasures = {
  given: { label: '协办', condition: 'true' },
  open: { label: '在办', condition: openPart },
  answered: { label: '已反馈', condition: `a.state = 'answered'` },
  returned: { label: '协办退单', condition: `a.state = 'returned'` },
  removed: { label: '撤回协办', condition: `a.state = 'cancelled'` },
  due: { label: '应反馈', condition: isTimely('in-time', 'late') },
  inTime: { label: '按时反馈', condition: isTimely('in-time') },
  lateAnswered: { label: '逾期反馈', condition: `a.state = 'answered' AND ${isTimely('late')}` },
  lateOpen: { label: '逾期未反馈', condition: `${openPart} AND ${isTimely('late')}` },
} as const satisfies Record<string, Measure>;

export const coHandlingFormulas = {
  coAnsweredInTimeRate: { label: '协办按时反馈率', version: 1, numerator: 'inTime', denominator: 'due' },
} as const satisfies Record<string, Formula<keyof typeof coHandlingMeasures>>;

export const coHandlingBasis = (withImported: boolean) => ({
  population: populationBeside('期内受理的工单的协办', withImported),
  dateBasis: '受理时间',
});
