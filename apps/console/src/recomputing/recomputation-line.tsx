import { Alert } from 'antd';
import type { ListItem } from '#http-api/list-route';
import { useAnswer } from '../api/use-answer';

type Recomputation = ListItem<'GET /api/recomputations'>;

const askAgainMs = 2_000;

const isOpen = ({ state }: Recomputation): boolean => state !== 'done';

/** How far the open tickets have followed the last changes of limits and calendars; nothing when they have. */
export function RecomputationLine() {
  const query = { limit: 20 };
  const standing = useAnswer('GET /api/recomputations', { query }, { refetchInterval: askAgainMs });
  const open = (standing.data?.items ?? []).filter(isOpen);
  if (open.length === 0) return null;
  const [tickets, looked, moved] = (['tickets', 'looked', 'movedTickets'] as const).map((field) =>
    open.reduce((sum, each) => sum + each[field], 0),
  );
  const waits = open.every(({ state }) => state === 'waiting');
  return (
    <Alert
      type="info"
      showIcon
      className="calendar-warning"
      title={
        waits
          ? '已保存。在办工单的到期时间将在数秒后开始重算。'
          : `正在重算在办工单的到期时间：已核算 ${looked} / ${tickets} 件，其中 ${moved} 件有变动。重算期间工单照常办理。`
      }
    />
  );
}
