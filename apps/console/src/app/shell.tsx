import { Layout } from 'antd';
import { useState } from 'react';
import { Outlet } from 'react-router-dom';
import { BroadcastBanner } from '../broadcasts/broadcast-banner';
import { MissingYearBanner } from '../calendar/missing-year-banner';
import { RingNotice } from '../calls/ring-notice';
import { usePhone } from '../parts/use-phone';
import { MenuDrawer } from './menu-drawer';
import { ScreenWatermark } from './screen-watermark';
import { SideMenu } from './side-menu';
import { TopBar } from './top-bar';
import { useLiveChanges } from './use-live-changes';

/** The frame of every page: menu by role, who is signed in, and over everything the watermark that says who looked. */
export function Shell() {
  const isPhone = usePhone();
  const [isMenuOpen, setMenuOpen] = useState(false);
  useLiveChanges();
  return (
    <ScreenWatermark>
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
            <div className="shell-paper">
              <RingNotice />
              <BroadcastBanner />
              <MissingYearBanner />
              <Outlet />
            </div>
          </Layout.Content>
        </Layout>
      </Layout>
    </ScreenWatermark>
  );
}
