import { MenuOutlined } from '@ant-design/icons';
import { Button, Layout } from 'antd';
import { useLocation } from 'react-router-dom';
import { NoticeBell } from '../notices/notice-bell';
import { FindByNumber } from './find-by-number';
import { screens } from './screens';
import { UserMenu } from './user-menu';

/** Where one is, a ticket by its number from anywhere, and who one is. */
export function TopBar({ onMenu }: { onMenu?: () => void }) {
  const [, first, second, third] = useLocation().pathname.split('/');
  const ofTicket = third ? '第三方副本' : '工单详情';
  const isTicket = first === 'tickets' && second !== undefined;
  const title = isTicket ? ofTicket : (screens.find(({ path }) => path === first)?.label ?? '');
  return (
    <Layout.Header className="top-bar">
      {onMenu && <Button type="text" icon={<MenuOutlined />} onClick={onMenu} aria-label="打开菜单" />}
      <h1 className="top-bar-title">{title}</h1>
      <FindByNumber />
      <NoticeBell />
      <UserMenu />
    </Layout.Header>
  );
}
