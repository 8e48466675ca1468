import { Form, Input, Select } from 'antd';
import type { RouteRequest } from '#http-api/routes';
import { bodyOf } from '../moves/body-of';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import type { Handover } from './handover-page';

type Body = NonNullable<RouteRequest<'POST /api/handovers/:id/corrections'>['body']>;

interface AddCorrectionProps {
  readonly id: string;
  readonly items: Handover['content']['items'];
  close(): void;
}

/** What turned out to be otherwise, beside what was accepted. */
export const AddCorrection = ({ id, items, close }: AddCorrectionProps) => (
  <Dialog title="添加更正" close={close}>
    <WriteForm
      route="POST /api/handovers/:id/corrections"
      label="添加"
      requestOf={(values) => ({ params: { id }, body: bodyOf(values) as Body })}
      onDone={close}
    >
      <Form.Item name="itemKey" label="更正哪一项">
        <Select
          allowClear
          placeholder="不选则为整班"
          options={items.map(({ key, title, ticket }) => ({ value: key, label: `${ticket?.number ?? ''} ${title}` }))}
        />
      </Form.Item>
      <Form.Item name="text" label="更正内容" rules={[{ required: true, message: '请填写' }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1_000} />
      </Form.Item>
    </WriteForm>
  </Dialog>
);
