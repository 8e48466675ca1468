import { App, Form, InputNumber } from 'antd';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';

/** For how many days: then it is over by itself. */
export function ApproveMark({ id, phone, close }: { id: string; phone: string; close(): void }) {
  const { message } = App.useApp();
  const done = (): void => {
    message.success('已批准');
    close();
  };
  return (
    <Dialog title={`批准骚扰限制　${phone}`} width={400} close={close}>
      <WriteForm
        route="POST /api/harassment-marks/:id/approve"
        label="批准"
        initial={{ days: 7 }}
        requestOf={({ days }) => ({ params: { id }, body: { days: days as number } })}
        onDone={done}
      >
        <Form.Item name="days" label="限制天数" rules={[{ required: true, message: '请填写' }]}>
          <InputNumber min={1} precision={0} autoFocus />
        </Form.Item>
      </WriteForm>
    </Dialog>
  );
}
