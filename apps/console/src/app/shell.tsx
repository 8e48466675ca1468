import { Layout, Watermark } from 'antd';
import { useState } from 'react';
import { Outlet } from 'react-router-dom';
import { shanghaiDate } from '#calendar/shanghai-time';
import { useUser } from '../identity/session';
import { usePhone } from '../parts/use-phone';
import { MenuDrawer } from './menu-drawer';
import { SideMenu } from './side-menu';
import { TopBar } from './top-bar';
import { useLiveChanges } from './use-live-changes';

/** The frame of every page: menu by role, who is signed in, and a watermark saying who looked (domain.md §7). */
export function Shell() {
  const user = useUser();
  const isPhone = usePhone();
  const [isMenuOpen, setMenuOpen] = useState(false);
  useLiveChanges();
  return (
    <Layout className="shell">
      {!isPhone && (
        <Layout.Sider width={148} className="shell-side">
          <div className="shell-brand">12345 热线</div>
          <SideMenu />
        </Layout.Sider>
      )}
      <Layout>
        <TopBar onMenu={isPhone ? () => setMenuOpen(true) : undefined} />
        {isPhone && <MenuDrawer isOpen={isMenuOpen} close={() => setMenuOpen(false)} />}
        <Layout.Content className="shell-content">
          <Watermark
            content={`${user.name} ${shanghaiDate(new Date())}`}
            gap={[220, 160]}
            font={{ color: 'rgba(31,39,51,0.045)', fontSize: 13 }}
            className="shell-paper"
          >
            <Outlet />
          </Watermark>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}
