import { Form, Input, Radio } from 'antd';
import { supervisionLevels } from '#ticket/supervision';
import { DepartmentInput } from '../directory/department-input';
import { bodyOf } from '../moves/body-of';
import { Dialog } from '../parts/dialog';
import { InstantInput } from '../parts/instant-input';
import { NamesInput } from '../parts/names-input';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';
import { optionsOf } from '../words/options';
import type { Order } from './supervision-page';

const route = 'PUT /api/supervisions/:id';

/** What a draft says is written anew before it is signed; why the order is given stays as it is. */
export function AmendDialog({ order, close }: { order: Order; close(): void }) {
  const { id, level, requirement, dueAt, mainTo, copyTo, cause, instruction } = order;
  return (
    <Dialog title="修改督办单" width={640} close={close}>
      <WriteForm<typeof route>
        route={route}
        label="保存"
        initial={{ level, requirement, dueAt, mainTo: mainTo.id, copyTo }}
        requestOf={(values) => ({ params: { id }, body: bodyOf({ ...values, cause, instruction }) as never })}
        onDone={close}
      >
        <Form.Item name="level" label="督办级别" rules={required}>
          <Radio.Group
            aria-label="督办级别"
            options={optionsOf(supervisionLevels)}
            optionType="button"
            buttonStyle="solid"
          />
        </Form.Item>
        <Form.Item name="requirement" label="督办要求" rules={required}>
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} />
        </Form.Item>
        <Form.Item name="dueAt" label="反馈期限（不填按督办时限）">
          <InstantInput />
        </Form.Item>
        <Form.Item name="mainTo" label="主送" rules={required}>
          <DepartmentInput />
        </Form.Item>
        <Form.Item name="copyTo" label="抄送">
          <NamesInput placeholder="输入单位名称后回车" />
        </Form.Item>
      </WriteForm>
    </Dialog>
  );
}
