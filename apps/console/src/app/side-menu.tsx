import { Badge, Menu } from 'antd';
import { Link, useLocation } from 'react-router-dom';
import { useAnswer } from '../api/use-answer';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { ownScreens } from './own-screens';

/** The screen on which something waits that nobody else will see: work the system could not do. */
function useAlarming(): string | null {
  const may = mayCall('GET /api/dead-letters', useUser().roles);
  const letters = useAnswer('GET /api/dead-letters', { query: { limit: 1 } }, { enabled: may, staleTime: 30_000 });
  return letters.data && letters.data.items.length > 0 ? 'dead-letters' : null;
}

/** The screens of the own roles, in the order of a ticket's way. */
export function SideMenu({ onChoose }: { onChoose?: () => void }) {
  const { pathname } = useLocation();
  const alarming = useAlarming();
  const items = ownScreens(useUser().roles).map(({ path, label, Icon }) => ({
    key: path,
    icon: <Icon />,
    label: (
      <Link to={`/${path}`}>
        {label} {path === alarming && <Badge dot title="有待处理的异常" />}
      </Link>
    ),
  }));
  return (
    <Menu theme="dark" mode="inline" items={items} selectedKeys={[pathname.split('/')[1] ?? '']} onClick={onChoose} />
  );
}
