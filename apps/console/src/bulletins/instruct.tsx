import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { shanghaiDate } from '#calendar/shanghai-time';
import { useUser } from '../identity/session';
import { Dialog } from '../parts/dialog';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';

/** 批示: what a leader writes on a ticket becomes a draft of an order, which a supervisor signs. */
export function Instruct({ ticketId }: { ticketId: string }) {
  const { name, roles } = useUser();
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  if (!roles.includes('leader')) return null;
  if (isDone) return '已批示';
  const requestOf = ({ text }: Record<string, unknown>) => {
    const instruction = { leader: name, text: String(text), date: shanghaiDate(new Date()), receivedFrom: '热线呈阅' };
    const order = { level: 'written', cause: 'leader-instruction', requirement: String(text) } as const;
    return { params: { id: ticketId }, body: { ...order, copyTo: [], instruction } };
  };
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        批示
      </Button>
      {isOpen && (
        <Dialog title="批示" close={() => setOpen(false)}>
          <WriteForm
            route="POST /api/tickets/:id/supervise"
            label="批示"
            requestOf={requestOf}
            onDone={() => {
              setDone(true);
              setOpen(false);
            }}
          >
            <Form.Item
              name="text"
              label="批示内容"
              extra="提交后生成督办单草稿，由督办员签发给主办单位。"
              rules={required}
            >
              <Input.TextArea rows={4} maxLength={1_000} />
            </Form.Item>
          </WriteForm>
        </Dialog>
      )}
    </>
  );
}
