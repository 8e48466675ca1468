import { AudioOutlined } from '@ant-design/icons';
import { Button, Card, Descriptions, Form, Input } from 'antd';
import { useState } from 'react';
import { callStates } from '#ticket/call';
import { transitions } from '#ticket/transition';
import type { RouteAnswer } from '#http-api/routes';
import { useAnswer } from '../api/use-answer';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import type { TicketView } from '../moves/move-target';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import { instant } from '../words/instant';

type Call = NonNullable<RouteAnswer<'GET /api/tickets/:id/call'>['call']>;

/** The call it was registered from, for whoever may know of it. */
export function CallCard({ ticket: { id, channel } }: { ticket: TicketView }) {
  const may = mayCall('GET /api/tickets/:id/call', useUser().roles) && channel === 'phone';
  const told = useAnswer('GET /api/tickets/:id/call', { params: { id } }, { enabled: may, staleTime: 30_000 });
  return told.data?.call ? <CallFacts id={id} call={told.data.call} /> : null;
}

function CallFacts({ id, call }: { id: string; call: Call }) {
  const { roles } = useUser();
  const mayHear = call.hasRecording && mayCall('POST /api/tickets/:id/recording', roles);
  const items = [
    ['来电时间', instant(call.at)],
    ['状态', callStates[call.state].label],
    ['分机', call.extension],
    ['话后评价', call.rating && `${call.rating}分`],
    ['录音', call.hasRecording ? mayHear ? <HearRecording id={id} /> : '有' : null],
  ] as const;
  return (
    <Card size="small" title="来电">
      <Descriptions
        size="small"
        column={1}
        items={items
          .filter(([, value]) => Boolean(value))
          .map(([label, children]) => ({ key: label, label, children }))}
      />
    </Card>
  );
}

/** 听取录音: for a reason that is recorded; the address is forgotten when the dialog closes. */
function HearRecording({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false);
  const [url, setUrl] = useState<string | null>(null);
  const close = (): void => {
    setOpen(false);
    setUrl(null);
  };
  const { label } = transitions.hearRecording;
  return (
    <>
      <Button size="small" icon={<AudioOutlined />} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && (
        <Dialog title={label} width={440} close={close}>
          {url ? (
            <a href={url} target="_blank" rel="noopener noreferrer">
              打开录音
            </a>
          ) : (
            <WriteForm
              route="POST /api/tickets/:id/recording"
              label={label}
              requestOf={({ reason }) => ({ params: { id }, body: { reason: reason as string } })}
              onDone={(answer) => setUrl(answer.url)}
            >
              <Form.Item
                name="reason"
                label="理由"
                extra="听取会记入办理过程"
                rules={[{ required: true, message: '请填写' }]}
              >
                <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 4 }} />
              </Form.Item>
            </WriteForm>
          )}
        </Dialog>
      )}
    </>
  );
}
