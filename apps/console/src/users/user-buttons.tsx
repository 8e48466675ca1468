import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useUser } from '../identity/session';
import { userActions, type UserActionName } from './user-actions';
import type { UserRow } from './user-row';

/** What can be done to a user: changing them at hand, the rest in a menu. */
export function UserButtons({ user }: { user: UserRow }) {
  const me = useUser();
  const navigate = useNavigate();
  const [name, open] = useState<UserActionName | null>(null);
  const chosen = name && userActions[name];
  const offered = Object.entries(userActions)
    .filter(([key, { isOffered }]) => key !== 'edit' && isOffered(user, me.id))
    .map(([key, { label, isDangerous }]) => ({
      key,
      label,
      danger: isDangerous,
      onClick: () => open(key as UserActionName),
    }));
  const log = {
    key: 'log',
    label: '操作日志',
    onClick: () => void navigate(`/admin-events?id=${user.id}`),
  };
  return (
    <span className="user-buttons">
      <Button type="link" size="small" onClick={() => open('edit')}>
        {userActions.edit.label}
      </Button>
      <Dropdown menu={{ items: [...offered, log] }} trigger={['click']}>
        <Button type="link" size="small">
          更多 <DownOutlined />
        </Button>
      </Dropdown>
      {chosen && <chosen.Dialog title={`${chosen.label}　${user.name}`} user={user} close={() => open(null)} />}
    </span>
  );
}
