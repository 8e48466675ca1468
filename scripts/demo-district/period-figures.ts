/** What was published of a period, and what its simulated history adds up to. */
export interface PeriodFigures {
  /** Days of Shanghai, both included. */
  readonly from: string;
  readonly to: string;
  /** 受理工单 */
  readonly received: number;
  /** 办结 */
  readonly handled: number;
  /** 满意单: closed and not rated dissatisfied, so that whoever was never asked counts as satisfied (满意率 D). */
  readonly notDissatisfied: number;
}

/** What the district published of its hotline for part of 2021. */
export const district2021: PeriodFigures = {
  from: '2021-01-01',
  to: '2021-07-31',
  received: 71_317,
  handled: 71_122,
  notDissatisfied: 69_884,
};

/** The same period with so many tickets, in the same proportions. */
export function inProportion(figures: PeriodFigures, received: number): PeriodFigures {
  const part = (count: number) => Math.round((count / figures.received) * received);
  return {
    ...figures,
    received,
    handled: part(figures.handled),
    notDissatisfied: part(figures.notDissatisfied),
  };
}
