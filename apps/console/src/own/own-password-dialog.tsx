import { App } from 'antd';
import { Dialog } from '../parts/dialog';
import type { OwnDialogProps } from './own-dialogs';
import { OwnPasswordForm } from './own-password-form';

/** 修改密码, of one's own accord. */
export function OwnPasswordDialog({ title, close }: OwnDialogProps) {
  const { message } = App.useApp();
  const done = (): void => {
    message.success('密码已修改，其他设备上的登录已退出');
    close();
  };
  return (
    <Dialog title={title} width={400} close={close}>
      <OwnPasswordForm current="当前密码" onDone={done} />
    </Dialog>
  );
}
