import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import type { TicketView } from '../moves/move-target';
import { Dialog } from '../parts/dialog';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';

/** 骚扰: proposes that the number behind this ticket be restricted; whoever proposes need not see it. */
export function ProposeMark({ ticket }: { ticket: TicketView }) {
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  if (!mayCall('POST /api/harassment-marks', useUser().roles) || ticket.citizen.phone === null) return null;
  const close = (): void => setOpen(false);
  const done = (): void => {
    message.success('已提出，待批准');
    close();
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        标记骚扰
      </Button>
      {isOpen && (
        <Dialog title="提出骚扰限制" close={close}>
          <WriteForm
            route="POST /api/harassment-marks"
            label="提出"
            initial={{ examples: [ticket.number] }}
            requestOf={({ reason, examples }) => ({
              body: { ticketId: ticket.id, reason: reason as string, examples: examples as string[] },
            })}
            onDone={done}
          >
            <p>批准后，该号码的工单仅登记不派单，由值班长放行；不拒接来电，特急不受限制。</p>
            <Form.Item name="reason" label="理由" rules={required}>
              <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} />
            </Form.Item>
            <Form.Item name="examples" label="例证（工单号或通话编号）" rules={required}>
              <Select mode="tags" open={false} suffix={null} />
            </Form.Item>
          </WriteForm>
        </Dialog>
      )}
    </>
  );
}
