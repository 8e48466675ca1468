import { Alert } from 'antd';
import { Link } from 'react-router-dom';
import { usePages } from '../api/use-pages';

/** Orders that this department still has to answer. */
export function DeskOrders() {
  const { items, hasMore } = usePages('GET /api/supervisions', { query: { state: 'signed' } });
  if (items.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={
        <Link to="/supervisions">
          督办单{hasMore ? '多于' : ''}
          {items.length}件待反馈
        </Link>
      }
    />
  );
}
