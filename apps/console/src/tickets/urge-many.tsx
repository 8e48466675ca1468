import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { RouteAnswer } from '#http-api/routes';
import { Dialog } from '../parts/dialog';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';

type Answers = RouteAnswer<'POST /api/urges'>['items'];

/** So many as one request takes. */
const most = 200;

/** 批量催办 of the tickets that were chosen in a list; what could not be urged is named. */
export function UrgeMany({ ticketIds, onDone }: { ticketIds: readonly string[]; onDone(): void }) {
  const [isOpen, setOpen] = useState(false);
  const { message, modal } = App.useApp();
  const done = (items: Answers): void => {
    const refused = items.filter(({ refusal }) => refusal !== null);
    message.success(`已催办${items.length - refused.length}件`);
    if (refused.length > 0)
      void modal.warning({
        title: `${refused.length}件未催办`,
        content: refused.map(({ ticketId, number, refusal }) => (
          <div key={ticketId}>
            {number}　{refusal}
          </div>
        )),
      });
    setOpen(false);
    onDone();
  };
  return (
    <>
      <Button type="primary" disabled={ticketIds.length > most} onClick={() => setOpen(true)}>
        {`批量催办（${ticketIds.length}件${ticketIds.length > most ? `，一次最多${most}件` : ''}）`}
      </Button>
      {isOpen && (
        <Dialog title={`批量催办${ticketIds.length}件工单`} close={() => setOpen(false)}>
          <WriteForm
            route="POST /api/urges"
            label="催办"
            requestOf={({ text }) => ({ body: { ticketIds: [...ticketIds], text: String(text) } })}
            onDone={({ items }) => done(items)}
          >
            <Form.Item name="text" label="催办内容" rules={required} extra="逐件记入办理过程，不改变办理时限。">
              <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} />
            </Form.Item>
          </WriteForm>
        </Dialog>
      )}
    </>
  );
}
