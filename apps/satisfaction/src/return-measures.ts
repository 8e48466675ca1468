import { spanKeys, type Dimension } from './dimensions';
import type { Formula } from './formulas';
import type { Measure } from './measure';
import { populationBeside } from './population';
import { ticketKeys } from './ticket-keys';

const day = `r.asked_at AT TIME ZONE 'Asia/Shanghai'`;

/** By what returns `ticket.return_request r` of tickets `t` may be broken down: SQL expressions, as ticket-keys.ts has them of tickets. */
export const returnDimensions: Readonly<Partial<Record<Dimension, string>>> = {
  department: 'r.department_id::text',
  category: ticketKeys.category,
  area: ticketKeys.area,
  type: ticketKeys.type,
  ...spanKeys(day),
};

const decided = `r.state IN ('upheld', 'rejected')`;

/**
 * What is counted of the returns that were asked for: the department's that asked, whoever has the ticket now. Whoever
 * asks twice for one ticket is counted twice.
 */
export const returnMeasures = {
  asked: { label: '申请退单', condition: 'true' },
  upheld: { label: '采纳', condition: `r.state = 'upheld'` },
  rejected: { label: '驳回', condition: `r.state = 'rejected'` },
  decided: { label: '已审理', condition: decided },
  arbitrated: { label: '裁定', condition: `${decided} AND r.needs_arbitration` },
  pending: { label: '待审理', condition: `r.state = 'pending'` },
  lapsed: { label: '已失效', condition: `r.state = 'lapsed'` },
} as const satisfies Record<string, Measure>;

export const returnFormulas = {
  improperReturnRate: { label: '不当退单率', version: 1, numerator: 'rejected', denominator: 'decided' },
  returnUpheldRate: { label: '退单采纳率', version: 1, numerator: 'upheld', denominator: 'decided' },
} as const satisfies Record<string, Formula<keyof typeof returnMeasures>>;

export const returnBasis = (withImported: boolean) => ({
  population: populationBeside('期内申请的退单', withImported),
  dateBasis: '申请退单时间',
});
