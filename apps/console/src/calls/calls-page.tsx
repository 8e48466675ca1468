import { Segmented } from 'antd';
import { useKept } from '../parts/use-kept';
import { CallList } from './call-list';

const lists = [
  { value: 'waiting', label: '待接手' },
  { value: 'claimed', label: '登记中' },
  { value: 'missed', label: '未接待回拨' },
] as const;

export type CallListName = (typeof lists)[number]['value'];

/** Calls that wait for somebody, those somebody is at, and those nobody answered. */
export function CallsPage() {
  const [shown, show] = useKept<CallListName>('calls', 'waiting');
  return (
    <div className="page">
      <div className="page-filters">
        <Segmented<CallListName> options={[...lists]} value={shown} onChange={show} />
        {shown === 'missed' && <span className="quiet">同一号码多次来电合并为一行，接通后一并销去。</span>}
      </div>
      <CallList state={shown} />
    </div>
  );
}
