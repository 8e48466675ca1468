import { App, Divider } from 'antd';
import { useAnswer } from '../api/use-answer';
import { AbsenceFields, absenceBody } from '../parts/absence-fields';
import { Dialog } from '../parts/dialog';
import { Loaded } from '../parts/loaded';
import { WriteForm } from '../parts/write-form';
import { absenceWords } from '../words/absence-words';
import { ColleagueInput } from './colleague-input';
import type { OwnDialogProps } from './own-dialogs';

/** 我不在岗: names who stands in, or ends it. */
export function OwnAbsenceDialog({ title, close }: OwnDialogProps) {
  const { message } = App.useApp();
  const own = useAnswer('GET /api/session/absence', {}, { staleTime: 0 });
  const done = (said: string) => (): void => {
    message.success(said);
    close();
  };
  return (
    <Dialog title={title} width={400} close={close}>
      <Loaded of={own}>
        {({ absence }) => (
          <>
            {absence && (
              <WriteForm
                route="DELETE /api/session/absence"
                label="我已回岗"
                requestOf={() => ({})}
                onDone={done('代理已结束')}
              >
                <p>{absenceWords(absence)}</p>
              </WriteForm>
            )}
            {absence?.lapsed && <Divider plain>另请代理人</Divider>}
            {(!absence || absence.lapsed) && (
              <WriteForm
                route="PUT /api/session/absence"
                label="设置代理"
                initial={{ from: new Date().toISOString() }}
                requestOf={(values) => ({ body: absenceBody(values) })}
                onDone={done('代理已设置')}
              >
                <p className="quiet form-note">
                  此间代理人用自己的账号办理您岗位的工作，办理记录写代理人的姓名。系统管理员的权限不能代理。
                </p>
                <AbsenceFields deputy={<ColleagueInput />} />
              </WriteForm>
            )}
          </>
        )}
      </Loaded>
    </Dialog>
  );
}
