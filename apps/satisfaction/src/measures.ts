import { satisfactions } from '#ticket/rating';
import { isOpenTicket } from '#store/open-tickets';

/** What a figure counts: a condition on `ticket.ticket t`. The same condition finds the tickets behind the figure. */
export interface Measure {
  readonly label: string;
  readonly condition: string;
}

const satisfied = Object.entries(satisfactions)
  .filter(([, row]) => row.satisfied)
  .map(([name]) => `'${name}'`)
  .join(', ');

/** Everything that is counted, within the population of `population`. */
export const measures = {
  received: { label: '受理量', condition: 'true' },
  answeredOnCall: { label: '直接答复', condition: `t.close_reason = 'answered-on-call'` },
  dispatched: { label: '派单', condition: 't.dispatched_at IS NOT NULL' },
  handled: { label: '办结', condition: 't.handled_at IS NOT NULL' },
  closed: { label: '结案', condition: `t.state = 'closed'` },
  open: { label: '在办', condition: isOpenTicket },
  withdrawn: { label: '撤单', condition: `t.state = 'withdrawn'` },
  reworked: { label: '重办', condition: 't.round > 1' },
  rated: { label: '参评', condition: 't.dispatched_at IS NOT NULL AND t.rating IS NOT NULL' },
  satisfied: {
    label: '满意',
    condition: `t.dispatched_at IS NOT NULL AND t.rating -> 'satisfaction' ->> 'result' IN (${satisfied})`,
  },
  ratedOnChangedNumber: {
    label: '改号后参评',
    condition: `t.dispatched_at IS NOT NULL AND t.rating ->> 'numberChanged' = 'true'`,
  },
  solved: { label: '已解决', condition: `t.dispatched_at IS NOT NULL AND t.rating ->> 'solved' = 'yes'` },
} as const satisfies Record<string, Measure>;

export type MeasureName = keyof typeof measures;

/** Who is counted at all: tickets received in the period, without void ones and merged children. */
const received = `t.state <> 'void' AND t.state <> 'merged'`;

/** History of another system is counted only when somebody asks for it: here nobody kept its times. */
export const population = (withImported: boolean): string =>
  withImported ? received : `${received} AND NOT t.imported`;
export const populationLabel = (withImported: boolean): string =>
  withImported ? '期内受理的工单，含历史导入，不含作废和并单子单' : '期内受理的工单，不含作废、并单子单和历史导入';
