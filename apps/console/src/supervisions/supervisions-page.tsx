import { Segmented } from 'antd';
import { useKept } from '../parts/use-kept';
import { InstructionLedger } from './instruction-ledger';
import { OrderLedger } from './order-ledger';

const ledgers = [
  { value: 'orders', label: '督办台账', Ledger: OrderLedger },
  { value: 'instructions', label: '批示件台账', Ledger: InstructionLedger },
] as const;
type Shown = (typeof ledgers)[number]['value'];

/** 督办: every order, and those that a leader's instruction is the cause of. */
export function SupervisionsPage() {
  const [shown, show] = useKept<Shown>('supervisions', 'orders');
  const Ledger = ledgers.find(({ value }) => value === shown)?.Ledger ?? OrderLedger;
  return (
    <div className="page">
      <div className="page-filters">
        <Segmented<Shown>
          options={ledgers.map(({ value, label }) => ({ value, label }))}
          value={shown}
          onChange={show}
        />
        <span className="quiet">在工单上起草；签发时编文号并开始计时，承办单位反馈后由督办员销号。</span>
      </div>
      <Ledger />
    </div>
  );
}
