import { App, Divider } from 'antd';
import { AbsenceFields, absenceBody } from '../parts/absence-fields';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import { absenceWords } from '../words/absence-words';
import { DeputyInput } from './deputy-input';
import type { UserDialogProps } from './user-dialog-props';

/** 不在岗: an administrator names who stands in for somebody who cannot do it themselves, or ends it. */
export function UserAbsence({ title, user, close }: UserDialogProps) {
  const { message } = App.useApp();
  const params = { id: user.id };
  const done = (said: string) => (): void => {
    message.success(`${user.name}：${said}`);
    close();
  };
  return (
    <Dialog title={title} width={400} close={close}>
      {user.absence && (
        <WriteForm
          route="DELETE /api/users/:id/absence"
          label="结束代理"
          requestOf={() => ({ params })}
          onDone={done('代理已结束')}
        >
          <p>{absenceWords(user.absence)}</p>
        </WriteForm>
      )}
      {user.absence?.lapsed && <Divider plain>另请代理人</Divider>}
      {(!user.absence || user.absence.lapsed) && (
        <WriteForm
          route="PUT /api/users/:id/absence"
          label="设置代理"
          initial={{ from: new Date().toISOString() }}
          requestOf={(values) => ({ params, body: absenceBody(values) })}
          onDone={done('代理已设置')}
        >
          <p className="quiet form-note">
            代理人须是同一单位的人员，热线人员由热线人员代理。系统管理员的权限不能代理。
          </p>
          <AbsenceFields deputy={<DeputyInput user={user} />} />
        </WriteForm>
      )}
    </Dialog>
  );
}
