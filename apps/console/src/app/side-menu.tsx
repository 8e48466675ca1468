import { Badge, Menu } from 'antd';
import { Link, useLocation } from 'react-router-dom';
import { useUser } from '../identity/session';
import { ownScreens } from './own-screens';
import { useWaiting } from './use-waiting';

/** The screens of the own roles, in the order of a ticket's way. */
export function SideMenu({ onChoose }: { onChoose?: () => void }) {
  const { pathname } = useLocation();
  const waiting = useWaiting();
  const items = ownScreens(useUser().roles).map(({ path, label, Icon }) => ({
    key: path,
    icon: <Icon />,
    label: (
      <Link to={`/${path}`}>
        {label} {waiting[path] && <Badge dot title={waiting[path]} />}
      </Link>
    ),
  }));
  return (
    <Menu theme="dark" mode="inline" items={items} selectedKeys={[pathname.split('/')[1] ?? '']} onClick={onChoose} />
  );
}
