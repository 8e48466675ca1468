import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { isOpen } from '#ticket/state';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import type { TicketView } from '../moves/move-target';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';

/** The citizen of an ended ticket asks to be forgotten; another person decides. */
export function AskErasure({ ticket }: { ticket: TicketView }) {
  const { message } = App.useApp();
  const [isAsking, setAsking] = useState(false);
  const may = mayCall('POST /api/erasures', useUser().roles);
  if (!may || isOpen(ticket.state) || ticket.citizen.id === null) return null;
  const done = (): void => {
    message.success('已提出，待批准');
    setAsking(false);
  };
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        申请删除个人信息
      </Button>
      {isAsking && (
        <Dialog title="申请删除个人信息" close={() => setAsking(false)}>
          <WriteForm
            route="POST /api/erasures"
            label="提出申请"
            isDangerous
            requestOf={(values) => ({ body: { ticketId: ticket.id, reason: String(values['reason']) } })}
            onDone={done}
          >
            <p>经他人批准后，这位诉求人全部工单中的姓名、电话、内容和答复将被删除，不能恢复；统计数据保留。</p>
            <Form.Item name="reason" label="理由" rules={[{ required: true, message: '请填写' }]}>
              <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} placeholder="如：本人书面申请" />
            </Form.Item>
          </WriteForm>
        </Dialog>
      )}
    </>
  );
}
