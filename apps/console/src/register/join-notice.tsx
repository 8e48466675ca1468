import { Alert, Button, Form } from 'antd';
import type { Disposition } from './dispositions';
import type { RegistrationValues } from './registration';

/** Which ticket this one will be added to, also when the look-alikes show others by now. */
export function JoinNotice() {
  const form = Form.useFormInstance<RegistrationValues>();
  const join = Form.useWatch<RegistrationValues['join']>('join', { form, preserve: true });
  const disposition = Form.useWatch<Disposition | undefined>('disposition');
  const isAnswered = disposition === 'answer' || disposition === 'refer';
  return (
    <>
      <Form.Item name="join" hidden>
        <input />
      </Form.Item>
      {join && (
        <Alert
          type={isAnswered ? 'warning' : 'info'}
          showIcon
          title={
            isAnswered
              ? '当场答复的工单随即办结，不再并入其他工单'
              : `登记后并入 ${join.number} ${join.title}，由主单一并答复；本件仍有自己的工单号`
          }
          action={
            <Button size="small" onClick={() => form.setFieldValue('join', undefined)}>
              不并入
            </Button>
          }
          className="form-error"
        />
      )}
    </>
  );
}
