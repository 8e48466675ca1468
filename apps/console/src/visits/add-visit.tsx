import { Form, Input, Radio } from 'antd';
import { visitModes } from '#ticket/visit-mode';
import type { RouteRequest } from '#http-api/routes';
import { AreaInput } from '../directory/area-input';
import { bodyOf } from '../moves/body-of';
import { Dialog } from '../parts/dialog';
import { InstantInput } from '../parts/instant-input';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';
import { optionsOf } from '../words/options';

type Body = RouteRequest<'POST /api/visits'>['body'];

/** A household that was visited. */
export const AddVisit = ({ close }: { close(): void }) => (
  <Dialog title="登记走访" close={close}>
    <WriteForm
      route="POST /api/visits"
      label="登记"
      initial={{ mode: 'door' }}
      requestOf={(values) => ({ body: bodyOf(values) as Body })}
      onDone={close}
    >
      <Form.Item name="team" label="走访队伍" rules={required}>
        <Input autoFocus maxLength={60} placeholder="如：滨河社区第一走访组" />
      </Form.Item>
      <Form.Item name="household" label="走访户" rules={required} extra="加密保存，承办单位不可见。">
        <Input maxLength={200} placeholder="如：三号楼2单元501" />
      </Form.Item>
      <Form.Item name="mode" label="走访方式" rules={required}>
        <Radio.Group options={optionsOf(visitModes)} optionType="button" buttonStyle="solid" />
      </Form.Item>
      <Form.Item name="at" label="走访时间" rules={required}>
        <InstantInput />
      </Form.Item>
      <Form.Item name="areaCode" label="区域">
        <AreaInput />
      </Form.Item>
    </WriteForm>
  </Dialog>
);
