import { Segmented } from 'antd';
import { useState } from 'react';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { ErasureTable } from './erasure-table';
import { RoundLine } from './round-line';
import { RuleTable } from './rule-table';

const lists = [
  { value: 'rules', label: '保管规则' },
  { value: 'open', label: '待删除申请' },
  { value: 'done', label: '已处理申请' },
] as const;

type Shown = (typeof lists)[number]['value'];

/** How long tickets, and the people in them, are kept: who proposed it, who approved it. */
export function RetentionPage() {
  const seesRules = mayCall('GET /api/retention-rules', useUser().roles);
  const own = lists.filter(({ value }) => value !== 'rules' || seesRules);
  const [shown, setShown] = useState<Shown>(seesRules ? 'rules' : 'open');
  return (
    <div className="page">
      <div className="page-filters">
        <Segmented<Shown> options={own} value={shown} onChange={setShown} />
        <span className="quiet">
          一人提出、另一人批准后生效，由系统定时执行；统计数据和办理过程的防篡改记录不受影响。
        </span>
      </div>
      <RoundLine />
      {shown === 'rules' ? <RuleTable /> : <ErasureTable state={shown} />}
    </div>
  );
}
