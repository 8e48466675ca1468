import { Form, Input, Select } from 'antd';
import type { RouteRequest } from '#http-api/routes';
import { dutyEntryKinds } from '#ticket/duty';
import { bodyOf } from '../moves/body-of';
import { Dialog } from '../parts/dialog';
import { InstantInput } from '../parts/instant-input';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';
import { optionsOf } from '../words/options';
import type { Entry } from './duty-log-page';

type Body = NonNullable<RouteRequest<'POST /api/duty-log'>['body']>;

/** An entry, or one that corrects another. */
export const WriteEntry = ({ corrected, close }: { corrected: Entry | null; close(): void }) => (
  <Dialog title={corrected ? '更正日志' : '写值班日志'} close={close}>
    <WriteForm
      route="POST /api/duty-log"
      label={corrected ? '更正' : '保存'}
      initial={
        corrected
          ? { at: corrected.at, kind: corrected.kind, text: corrected.text, ticketNumber: corrected.ticket?.number }
          : { at: new Date().toISOString() }
      }
      requestOf={(values) => ({ body: bodyOf({ ...values, correctsId: corrected?.id }) as Body })}
      onDone={close}
    >
      <Form.Item name="at" label="发生时间" rules={required}>
        <InstantInput />
      </Form.Item>
      <Form.Item name="kind" label="种类" rules={required}>
        <Select options={optionsOf(dutyEntryKinds)} />
      </Form.Item>
      <Form.Item name="text" label="内容" rules={required} extra="不要写电话号码、证件号和车牌，这些记在工单里。">
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2_000} />
      </Form.Item>
      <Form.Item name="ticketNumber" label="相关工单号">
        <Input maxLength={30} />
      </Form.Item>
    </WriteForm>
  </Dialog>
);
