import { spanKeys, type Dimension } from './dimensions';
import type { Measure } from './measure';

/** By what visits `ticket.visit v` may be broken down: SQL expressions, as dimensions.ts has them of tickets. */
export const visitDimensions: Readonly<Partial<Record<Dimension, string>>> = {
  team: 'v.team',
  area: 'v.area_code',
  ...spanKeys(`v.at AT TIME ZONE 'Asia/Shanghai'`),
};

/** What is counted of the visits themselves. */
export const visitFigures = {
  door: { label: '登门走访（户次）', condition: `v.mode = 'door'` },
  phone: { label: '电话走访（户次）', condition: `v.mode = 'phone'` },
} as const satisfies Record<string, Measure>;

/** What is counted of the tickets `t` that came out of them. Whether it is solved the citizen says; the unit's word is beside it. */
export const visitMeasures = {
  requests: { label: '收集诉求', condition: 'true' },
  solved: { label: '解决（群众认定）', condition: `t.rating ->> 'solved' = 'yes'` },
  solvedByUnit: {
    label: '解决（单位认定）',
    condition: `EXISTS (SELECT 1 FROM ticket.assignment a WHERE a.ticket_id = t.id AND a.role = 'lead'
      AND a.answered_at IS NOT NULL AND a.reply ->> 'resolution' = 'solved')`,
  },
} as const satisfies Record<string, Measure>;

export type VisitMeasure = keyof typeof visitMeasures;

export const visitFormula = {
  name: 'visitSolvedRate',
  version: 1,
  label: '走访诉求解决率',
  numerator: visitMeasures.solved.label,
  denominator: visitMeasures.requests.label,
  population: '期内走访收集的工单，不含作废、并单子单和历史导入',
  dateBasis: '走访时间',
  explained: null,
  example: null,
} as const;
