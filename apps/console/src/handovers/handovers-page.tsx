import { Segmented } from 'antd';
import { useKept } from '../parts/use-kept';
import { HandoverTable } from './handover-table';
import { MatterTable } from './matter-table';

const lists = [
  { value: 'handovers', label: '交接班记录' },
  { value: 'open', label: '值班事项' },
  { value: 'closed', label: '已办结事项' },
] as const;
type Shown = (typeof lists)[number]['value'];

/** 交接班: hand-overs, and what is told by hand for all of them. */
export function HandoversPage() {
  const [shown, show] = useKept<Shown>('handovers', 'handovers');
  const switcher = <Segmented<Shown> options={[...lists]} value={shown} onChange={show} />;
  return (
    <div className="page">
      {shown === 'handovers' ? (
        <HandoverTable switcher={switcher} />
      ) : (
        <MatterTable state={shown} switcher={switcher} />
      )}
    </div>
  );
}
