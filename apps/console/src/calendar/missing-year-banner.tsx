import { Alert } from 'antd';
import { Link } from 'react-router-dom';
import { useAnswer } from '../api/use-answer';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';

const askAgainMs = 600_000;

/** Over every page of whoever can publish a year, months before due times reach into one without a notice. */
export function MissingYearBanner() {
  const may = mayCall('PUT /api/calendars/:year', useUser().roles);
  const calendars = useAnswer('GET /api/calendars', { query: {} }, { enabled: may, refetchInterval: askAgainMs });
  const missing = (calendars.data?.items ?? []).filter(({ isMissing }) => isMissing);
  if (!may || missing.length === 0) return null;
  const years = missing.map(({ year }) => `${year}年`).join('、');
  return (
    <Alert
      type="warning"
      showIcon
      className="calendar-warning"
      title={`${years}的放假调休安排尚未录入，到期时间落在该年的工单将无法计算时限。`}
      action={<Link to="/calendar">去录入</Link>}
    />
  );
}
