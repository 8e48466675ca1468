import { BellOutlined } from '@ant-design/icons';
import { Badge, Button } from 'antd';
import { Link } from 'react-router-dom';
import { useAnswer } from '../api/use-answer';

/** Now and then also where no page hears of it. */
const lookAgainMs = 60_000;

/** How many reminders lie unread, on every page; it leads to them. */
export function NoticeBell() {
  const { data } = useAnswer(
    'GET /api/notices',
    { query: { unread: 'true', count: 'true', limit: 1 } },
    { refetchInterval: lookAgainMs },
  );
  const unread = data?.count?.count ?? 0;
  return (
    <Link to="/notices" aria-label={unread > 0 ? `提醒，${unread}条未读` : '提醒'}>
      <Badge count={unread} size="small" overflowCount={99} offset={[-6, 6]}>
        <Button type="text" icon={<BellOutlined />} tabIndex={-1} />
      </Badge>
    </Link>
  );
}
