import { PhoneFilled } from '@ant-design/icons';
import { Alert, App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { problemWords } from '../api/problem-words';
import { useAnswer } from '../api/use-answer';
import { useWrite } from '../api/use-write';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';

/** A third of the shortest time after which a silent claim may be taken over. */
const beatMs = 5_000;

interface CallBarProps {
  readonly callId: string;
  /** The call is nobody's in this window any more. */
  leave(): void;
}

/** The call this form was opened for: kept alive while it is open, given back, or ended without a ticket. */
export function CallBar({ callId, leave }: CallBarProps) {
  const { message } = App.useApp();
  const [isEnding, setEnding] = useState(false);
  const beat = useHeartbeat(callId);
  const release = useWrite('POST /api/calls/:id/release');
  const giveBack = async (): Promise<void> => {
    try {
      await release.mutateAsync({ params: { id: callId }, body: {} });
      leave();
    } catch (reason) {
      message.error(problemWords(reason));
    }
  };
  if (beat.error) return <Alert type="warning" showIcon title={problemWords(beat.error)} />;
  return (
    <>
      <Alert
        type="info"
        showIcon
        icon={<PhoneFilled />}
        title="本次来电由您登记"
        action={
          <>
            <Button size="small" loading={release.isPending} onClick={() => void giveBack()}>
              交还队列
            </Button>{' '}
            <Button size="small" onClick={() => setEnding(true)}>
              无需登记
            </Button>
          </>
        }
      />
      {isEnding && <EndCall callId={callId} close={() => setEnding(false)} done={leave} />}
    </>
  );
}

/** Says that somebody is still at it; hears when another has taken it over. */
const useHeartbeat = (callId: string) =>
  useAnswer(
    'POST /api/calls/:id/heartbeat',
    { params: { id: callId }, body: {} },
    { refetchInterval: beatMs, refetchIntervalInBackground: true },
  );

function EndCall({ callId, close, done }: { callId: string; close(): void; done(): void }) {
  return (
    <Dialog title="无需登记" width={400} close={close}>
      <WriteForm
        route="POST /api/calls/:id/release"
        label="结束来电"
        requestOf={({ noTicketReason }) => ({
          params: { id: callId },
          body: { noTicketReason: noTicketReason as string },
        })}
        onDone={done}
      >
        <Form.Item name="noTicketReason" label="原因" rules={[{ required: true, message: '请填写' }]}>
          <Input autoFocus maxLength={200} placeholder="如：打错电话、无声、重复来电" />
        </Form.Item>
      </WriteForm>
    </Dialog>
  );
}
