import { Segmented } from 'antd';
import { useState } from 'react';
import { AlertsTable } from './alerts-table';
import { LooksTable } from './looks-table';

const lists = [
  { value: 'open', label: '待核实' },
  { value: 'settled', label: '已核实' },
  { value: 'looks', label: '全部查看记录' },
] as const;

type Shown = (typeof lists)[number]['value'];

/** Who looked at contacts: first those who looked more often than usual. */
export function LooksPage() {
  const [shown, setShown] = useState<Shown>('open');
  return (
    <div className="page">
      <div className="page-filters">
        <Segmented<Shown> options={[...lists]} value={shown} onChange={setShown} />
        <span className="quiet">一小时内查看或出具副本过多会在此提示；是否正当，由人核实。</span>
      </div>
      {shown === 'looks' ? <LooksTable /> : <AlertsTable state={shown} />}
    </div>
  );
}
