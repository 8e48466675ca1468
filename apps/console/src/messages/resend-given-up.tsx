import { Button, Form } from 'antd';
import { useState } from 'react';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { Dialog } from '../parts/dialog';
import { InstantInput } from '../parts/instant-input';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';

/** 失败重发: after the gateway was away for longer than messages are tried. */
export function ResendGivenUp() {
  const [isOpen, setOpen] = useState(false);
  if (!mayCall('POST /api/messages/resend', useUser().roles)) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>失败重发</Button>
      {isOpen && (
        <Dialog title="重发失败的短信" width={420} close={() => setOpen(false)}>
          <WriteForm
            route="POST /api/messages/resend"
            label="重发"
            requestOf={({ since }) => ({ body: { since: String(since) } })}
            onDone={() => setOpen(false)}
          >
            <p>自此时起应发、状态为“发送失败”的短信全部重发，按现在的模板和工单情况生成。</p>
            <Form.Item name="since" label="自何时起" rules={required}>
              <InstantInput />
            </Form.Item>
          </WriteForm>
        </Dialog>
      )}
    </>
  );
}
