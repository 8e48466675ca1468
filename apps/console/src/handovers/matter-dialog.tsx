import { Form, Input, Select } from 'antd';
import type { RouteRequest } from '#http-api/routes';
import { dutyMatterKinds } from '#ticket/duty';
import { AreaInput } from '../directory/area-input';
import { bodyOf } from '../moves/body-of';
import { Dialog } from '../parts/dialog';
import { InstantInput } from '../parts/instant-input';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';
import { optionsOf } from '../words/options';
import type { Matter } from './matter-table';

type Body = NonNullable<RouteRequest<'POST /api/duty-matters'>['body']>;

/** An outage or a task, new or said otherwise. */
export function MatterDialog({ matter, close }: { matter: Matter | null; close(): void }) {
  if (!matter)
    return (
      <Dialog title="登记值班事项" close={close}>
        <WriteForm
          route="POST /api/duty-matters"
          label="登记"
          requestOf={(values) => ({ body: bodyOf(values) as Body })}
          onDone={close}
        >
          <MatterFields />
        </WriteForm>
      </Dialog>
    );
  const { kind, area, text, fromAt, untilAt } = matter;
  return (
    <Dialog title="修改值班事项" close={close}>
      <WriteForm
        route="PUT /api/duty-matters/:id"
        label="保存"
        initial={{ kind, areaCode: area?.code, text, fromAt, untilAt }}
        requestOf={(values) => ({ params: { id: matter.id }, body: bodyOf(values) as Body })}
        onDone={close}
      >
        <MatterFields />
      </WriteForm>
    </Dialog>
  );
}

const MatterFields = () => (
  <>
    <Form.Item name="kind" label="种类" rules={required}>
      <Select options={optionsOf(dutyMatterKinds)} />
    </Form.Item>
    <Form.Item name="areaCode" label="区域">
      <AreaInput />
    </Form.Item>
    <Form.Item name="text" label="内容" rules={required} extra="不要写电话号码，联系方式记在工单里。">
      <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
    </Form.Item>
    <Form.Item name="fromAt" label="开始时间">
      <InstantInput />
    </Form.Item>
    <Form.Item name="untilAt" label="预计结束">
      <InstantInput />
    </Form.Item>
  </>
);
