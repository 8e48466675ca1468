import { App } from 'antd';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import type { OwnDialogProps } from './own-dialogs';

/** 退出其他设备: for whoever left a session open somewhere. */
export function OtherDevicesDialog({ title, close }: OwnDialogProps) {
  const { message } = App.useApp();
  const done = (): void => {
    message.success('其他设备上的登录已退出');
    close();
  };
  return (
    <Dialog title={title} width={400} close={close}>
      <WriteForm route="DELETE /api/session/others" label={title} requestOf={() => ({})} onDone={done}>
        <p>您在其他电脑、手机和浏览器上的登录都将退出，本机不受影响。</p>
      </WriteForm>
    </Dialog>
  );
}
