import { App } from 'antd';
import { editBodyOf } from '../moves/edit-body-of';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import type { UserDialogProps } from './user-dialog-props';
import { UserFields, userOf } from './user-fields';

/** Another name, other roles, another department; the username stays, for history knows it. */
export function EditUser({ title, user, close }: UserDialogProps) {
  const { message } = App.useApp();
  const initial = { name: user.name, roles: user.roles, departmentId: user.department?.id };
  const done = (): void => {
    message.success(`${user.name}：已修改`);
    close();
  };
  return (
    <Dialog title={title} close={close}>
      <WriteForm
        route="PATCH /api/users/:id"
        label="保存"
        initial={initial}
        requestOf={(values) => {
          const body = editBodyOf(userOf(values), initial);
          if (Object.keys(body).length > 0) return { params: { id: user.id }, body };
          message.info('没有修改任何内容');
          return undefined;
        }}
        onDone={done}
      >
        <p className="quiet form-note">用户名 {user.username}，添加后不能改。</p>
        <UserFields />
      </WriteForm>
    </Dialog>
  );
}
