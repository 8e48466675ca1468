import { Segmented } from 'antd';
import { useState } from 'react';
import { MarkTable } from './mark-table';

const lists = [
  { value: 'open', label: '待批准和限制中' },
  { value: 'closed', label: '已结束' },
] as const;

type Shown = (typeof lists)[number]['value'];

/** Numbers whose tickets wait for a shift-lead: who proposed it, who approved it, until when. */
export function HarassmentPage() {
  const [shown, show] = useState<Shown>('open');
  return (
    <div className="page">
      <div className="page-filters">
        <Segmented<Shown> options={[...lists]} value={shown} onChange={show} />
        <span className="quiet">一人提出、另一人批准；到期自动结束。在工单详情页提出。</span>
      </div>
      <MarkTable state={shown} />
    </div>
  );
}
