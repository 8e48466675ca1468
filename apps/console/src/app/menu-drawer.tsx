import { Drawer } from 'antd';
import { SideMenu } from './side-menu';

/** The menu on a phone. */
export const MenuDrawer = ({ isOpen, close }: { isOpen: boolean; close(): void }) => (
  <Drawer
    open={isOpen}
    onClose={close}
    placement="left"
    size={220}
    title="12345 热线"
    rootClassName="menu-drawer"
    styles={{ body: { padding: 0 } }}
  >
    <SideMenu onChoose={close} />
  </Drawer>
);
