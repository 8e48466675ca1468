import { App, Form, Input } from 'antd';
import { useUser } from '../identity/session';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import type { OwnDialogProps } from './own-dialogs';

/** 我的分机: where one sits; its calls ring on the own screen. */
export function OwnExtensionDialog({ title, close }: OwnDialogProps) {
  const { message } = App.useApp();
  const { extension } = useUser();
  const done = (): void => {
    message.success('分机已保存');
    close();
  };
  return (
    <Dialog title={title} width={400} close={close}>
      <WriteForm
        route="PUT /api/session/extension"
        label="保存"
        initial={{ extension: extension ?? '' }}
        requestOf={({ extension: typed }) => ({ body: { extension: (typed as string).trim() || null } })}
        onDone={done}
      >
        <Form.Item name="extension" label="分机号" extra="该分机来电时在您的屏幕上提示；下班时可清空。">
          <Input autoFocus inputMode="tel" maxLength={20} />
        </Form.Item>
      </WriteForm>
    </Dialog>
  );
}
