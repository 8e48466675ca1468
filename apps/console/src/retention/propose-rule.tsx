import { App, Form, Input, InputNumber, Radio, Select } from 'antd';
import type { RouteRequest } from '#http-api/routes';
import { retentionKinds } from '#http-api/retention-shapes';
import { ticketTypes } from '#ticket/ticket-type';
import { bodyOf } from '../moves/body-of';
import { Dialog } from '../parts/dialog';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';
import { optionsOf } from '../words/options';

type Body = RouteRequest<'POST /api/retention-rules'>['body'];

/** A rule that somebody else has to approve. */
export function ProposeRule({ close }: { close: () => void }) {
  const { message } = App.useApp();
  const done = (): void => {
    message.success('已提出，待批准');
    close();
  };
  return (
    <Dialog title="提出保管规则" close={close}>
      <WriteForm
        route="POST /api/retention-rules"
        label="提出"
        initial={{ kind: 'archive' }}
        requestOf={(values) => ({ body: bodyOf(values) as Body })}
        onDone={done}
      >
        <Form.Item name="kind" label="处置" extra="归档自办结起算，删除个人信息自归档起算。">
          <Radio.Group options={optionsOf(retentionKinds)} optionType="button" buttonStyle="solid" />
        </Form.Item>
        <Form.Item name="type" label="诉求类型">
          <Select allowClear placeholder="没有单独规则的全部类型" options={optionsOf(ticketTypes)} />
        </Form.Item>
        <Form.Item name="days" label="期限（天）" rules={required}>
          <InputNumber min={1} max={36_500} precision={0} />
        </Form.Item>
        <Form.Item name="basis" label="依据" rules={required}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} placeholder="如：档案保管期限规定" />
        </Form.Item>
      </WriteForm>
    </Dialog>
  );
}
