import { App } from 'antd';
import { adminActions } from '#ticket/admin-event';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import { timeOfDay } from '../words/instant';
import type { UserDialogProps } from './user-dialog-props';
import type { UserRow } from './user-row';

interface PlainAction {
  readonly route: 'POST /api/users/:id/unlock' | 'POST /api/users/:id/end-sessions' | 'POST /api/users/:id/enable';
  readonly label: string;
  /** What will be different, before it is done. */
  readonly says: (user: UserRow) => string;
  readonly done: string;
}

/** A dialog of an operation that needs nothing but to be meant. */
const plainly = ({ route, label, says, done }: PlainAction) =>
  function PlainDialog({ title, user, close }: UserDialogProps) {
    const { message } = App.useApp();
    const finish = (): void => {
      message.success(`${user.name}：${done}`);
      close();
    };
    return (
      <Dialog title={title} width={400} close={close}>
        <WriteForm
          route={route}
          label={label}
          requestOf={() => ({ params: { id: user.id }, body: {} })}
          onDone={finish}
        >
          <p>{says(user)}</p>
        </WriteForm>
      </Dialog>
    );
  };

export const UnlockUser = plainly({
  route: 'POST /api/users/:id/unlock',
  label: adminActions.unlock.label,
  says: ({ blockedUntil }) =>
    `密码连续输错，${blockedUntil ? timeOfDay(blockedUntil) : ''} 前不能在新设备登录或修改密码。请先确认是本人输错，再解除。`,
  done: '登录限制已解除',
});

export const EndSessions = plainly({
  route: 'POST /api/users/:id/end-sessions',
  label: adminActions['end-sessions'].label,
  says: () => '所有设备上的登录都将退出，用原密码可以重新登录。',
  done: '所有设备已退出',
});

export const EnableUser = plainly({
  route: 'POST /api/users/:id/enable',
  label: adminActions.enable.label,
  says: () => '恢复后可以用原密码登录，岗位和单位不变。',
  done: '已恢复',
});
