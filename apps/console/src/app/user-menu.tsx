import { DownOutlined, LogoutOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router-dom';
import { roles } from '#ticket/role';
import { ApiProblem } from '../api/api-problem';
import { call } from '../api/call';
import { useUser } from '../identity/session';
import { dropAllDrafts } from '../parts/drafts';
import { forgetKept } from '../parts/use-kept';

/** Name and roles, and the way out. */
export function UserMenu() {
  const user = useUser();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const leave = async (): Promise<void> => {
    try {
      await call('DELETE /api/session');
    } catch (reason) {
      // Whoever believes to be signed out leaves a desk that others use.
      if (!(reason instanceof ApiProblem && reason.code === 'unauthenticated'))
        return void message.error('没有退出：服务器没有应答，请稍后再试');
    }
    client.clear();
    dropAllDrafts();
    forgetKept();
    await navigate('/login', { replace: true });
  };
  const held = user.roles.map((role) => roles[role].label).join('、');
  const items = [
    { key: 'roles', label: held, disabled: true },
    { key: 'leave', label: '退出登录', icon: <LogoutOutlined />, onClick: () => void leave() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" className="user-menu">
        <span className="user-menu-name">{user.name}</span>
        <DownOutlined />
      </Button>
    </Dropdown>
  );
}
