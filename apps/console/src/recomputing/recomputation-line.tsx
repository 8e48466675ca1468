import { Alert } from 'antd';
import type { ListItem } from '#http-api/list-route';
import { useAnswer } from '../api/use-answer';
import { recomputationWords } from './recomputation-words';

type Recomputation = ListItem<'GET /api/recomputations'>;

const askAgainMs = 2_000;

const isOpen = ({ state }: Recomputation): boolean => state !== 'done';

/** How far the open tickets have followed the last changes of limits, calendars and rungs; nothing when they have. */
export function RecomputationLine() {
  const query = { limit: 20 };
  const standing = useAnswer('GET /api/recomputations', { query }, { refetchInterval: askAgainMs });
  const open = (standing.data?.items ?? []).filter(isOpen);
  if (open.length === 0) return null;
  return <Alert type="info" showIcon className="calendar-warning" title={recomputationWords(open)} />;
}
