import type { TicketMeasureName } from './facts/ticket-measures';

/** A rate is never shown without its name, version, numerator, denominator and population (domain.md §6). */
export interface Formula<Name extends string = TicketMeasureName> {
  readonly label: string;
  readonly version: number;
  readonly numerator: Name;
  readonly denominator: Name;
}

export const formulas = {
  handledRate: { label: '办结率', version: 1, numerator: 'handled', denominator: 'received' },
  closedRate: { label: '结案率', version: 1, numerator: 'closed', denominator: 'received' },
  answeredOnCallRate: { label: '直接答复率', version: 1, numerator: 'answeredOnCall', denominator: 'received' },
  satisfactionRateA: { label: '满意率A', version: 1, numerator: 'satisfied', denominator: 'rated' },
  participationRate: { label: '参评率', version: 1, numerator: 'rated', denominator: 'dispatched' },
  solvedRate: { label: '解决率', version: 1, numerator: 'solved', denominator: 'rated' },
  reworkRate: { label: '重办率', version: 1, numerator: 'reworked', denominator: 'dispatched' },
} as const satisfies Record<string, Formula>;
