import { App, Form, Input } from 'antd';
import type { RouteRequest } from '#http-api/routes';
import { adminActions } from '#ticket/admin-event';
import { bodyOf } from '../moves/body-of';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import type { UserDialogProps } from './user-dialog-props';

type Body = RouteRequest<'POST /api/users/:id/disable'>['body'];

/** 停用: lets somebody in no more, and asks why. */
export function DisableUser({ title, user, close }: UserDialogProps) {
  const { message } = App.useApp();
  const done = (): void => {
    message.success(`${user.name}：已停用`);
    close();
  };
  return (
    <Dialog title={title} close={close}>
      <WriteForm
        route="POST /api/users/:id/disable"
        label={adminActions.disable.label}
        isDangerous
        requestOf={(values) => ({ params: { id: user.id }, body: bodyOf(values) as Body })}
        onDone={done}
      >
        <p>停用后立即退出登录，不能再登录；办理记录保留，以后可以恢复。</p>
        <Form.Item name="reason" label="停用原因" rules={[{ required: true, message: '请填写' }]}>
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} placeholder="如：调离、离职" />
        </Form.Item>
      </WriteForm>
    </Dialog>
  );
}
