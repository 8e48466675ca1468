import { isSupervisionMove, supervisionStates } from '#ticket/supervision';
import { draftedSupervision, lapsesSupervisions, supervisionAfter, type SupervisionColumns } from '../supervision-rows';
import type { RowsTold, Step } from './told-row';

interface Order {
  readonly seq: number;
  columns: SupervisionColumns;
}

/** Orders, and what became of each: the same changes that were written with each line. */
export const supervisionsTold: RowsTold = (steps) => {
  const orders = new Map<string, Order>();
  for (const step of steps) {
    hear(orders, step);
    if (!lapsesSupervisions(step.before, step.after)) continue;
    for (const order of orders.values())
      if (supervisionStates[order.columns.state].open)
        order.columns = { ...order.columns, state: 'lapsed', closed_at: step.line.at };
  }
  return [...orders.values()].map(({ seq, columns }) => ({ seq, columns: { ...columns, printed: printed(columns) } }));
};

function hear(orders: Map<string, Order>, { line, before }: Step): void {
  if (!isSupervisionMove(line.name)) return;
  const told = { ...line, ticketId: before.id };
  const id = String(line.data['supervisionId']);
  const order = orders.get(id);
  if (line.name === 'supervise') orders.set(id, { seq: line.seq, columns: draftedSupervision(told) });
  else if (order) order.columns = supervisionAfter(order.columns, line.name, told);
}

/** Its digest proves what was printed, until that is erased (erase-texts.ts). */
const printed = ({ requirement, sha256 }: SupervisionColumns): string | null | undefined =>
  sha256 !== null && requirement === null ? undefined : sha256;
