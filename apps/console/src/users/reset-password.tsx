import { useState } from 'react';
import type { RouteAnswer } from '#http-api/routes';
import { adminActions } from '#ticket/admin-event';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import { FirstPassword } from './first-password';
import type { UserDialogProps } from './user-dialog-props';

/** 重置密码: for whoever has forgotten theirs; then the new first password, once. */
export function ResetPassword({ title, user, close }: UserDialogProps) {
  const [reset, setReset] = useState<RouteAnswer<'POST /api/users/:id/reset-password'> | null>(null);
  if (reset) return <FirstPassword title="密码已重置" told={reset} close={close} />;
  return (
    <Dialog title={title} width={400} close={close}>
      <WriteForm
        route="POST /api/users/:id/reset-password"
        label={adminActions['reset-password'].label}
        isDangerous
        requestOf={() => ({ params: { id: user.id }, body: {} })}
        onDone={setReset}
      >
        <p>原密码立即作废，所有设备退出登录；系统另发一个初始密码，本人登录后须修改。请先核实是本人申请。</p>
      </WriteForm>
    </Dialog>
  );
}
