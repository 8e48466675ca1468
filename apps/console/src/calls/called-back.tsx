import { App, Form, Radio } from 'antd';
import { callBackOutcomes, type CallBackOutcome } from '#ticket/call';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import { optionsOf } from '../words/options';
import type { CallRow } from './call-row';

/** What came of calling back. */
export function CalledBack({ call, close }: { call: CallRow; close(): void }) {
  const { message } = App.useApp();
  const done = (): void => {
    message.success('已记录');
    close();
  };
  return (
    <Dialog title={`回拨结果　${call.phone ?? ''}`} width={440} close={close}>
      <WriteForm
        route="POST /api/calls/:id/called-back"
        label="记录"
        initial={{ outcome: 'reached' }}
        requestOf={({ outcome }) => ({ params: { id: call.id }, body: { outcome: outcome as CallBackOutcome } })}
        onDone={done}
      >
        <Form.Item name="outcome" label="结果" extra="未接通的仍留在列表中。">
          <Radio.Group options={optionsOf(callBackOutcomes)} optionType="button" buttonStyle="solid" />
        </Form.Item>
      </WriteForm>
    </Dialog>
  );
}
