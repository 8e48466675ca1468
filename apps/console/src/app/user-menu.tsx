import { DownOutlined, LogoutOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { useSignOut } from '../identity/use-sign-out';
import { ownDialog, ownDialogs, type OwnDialogName } from '../own/own-dialogs';
import { instant } from '../words/instant';
import { roleWords } from '../words/role-words';

/** Name and roles, whom one stands in for, what one does about oneself, and the way out. */
export function UserMenu() {
  const user = useUser();
  const leave = useSignOut();
  const { data: mine } = useAnswer('GET /api/session/absence');
  const [name, open] = useState<OwnDialogName | null>(null);
  const isUnattended = mine?.absence?.lapsed ?? false;
  const chosen = name && ownDialog(name);
  const own = (Object.keys(ownDialogs) as OwnDialogName[])
    .filter((key) => mayCall(ownDialog(key).needs ?? 'GET /api/session', user.roles))
    .map((key) => ({
      key,
      label: isUnattended && key === 'absence' ? `${ownDialog(key).label}（无人代理）` : ownDialog(key).label,
      danger: isUnattended && key === 'absence',
      onClick: () => open(key),
    }));
  const items = [
    { key: 'roles', label: roleWords(user.roles), disabled: true },
    ...user.deputyFor.map(({ id, name: absent, until }) => ({
      key: id,
      label: `代理：${absent}（至 ${instant(until)}）`,
      disabled: true,
    })),
    { type: 'divider' as const },
    ...own,
    { type: 'divider' as const },
    { key: 'leave', label: '退出登录', icon: <LogoutOutlined />, onClick: () => void leave() },
  ];
  const standsIn = user.deputyFor.map(({ name: absent }) => absent).join('、');
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button type="text" className="user-menu">
          <span className="user-menu-name">
            {user.name}
            {standsIn && <span className="quiet user-menu-deputy">　代理：{standsIn}</span>}
            {isUnattended && <span className="user-menu-lapsed">　您不在岗，无人代理</span>}
          </span>
          <DownOutlined />
        </Button>
      </Dropdown>
      {chosen && <chosen.Dialog title={chosen.label} close={() => open(null)} />}
    </>
  );
}
