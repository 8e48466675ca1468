import { Alert, Button, Card } from 'antd';
import type { TicketView } from '../moves/move-target';
import type { MoveAnswer } from '../moves/use-move-submit';
import { instant } from '../words/instant';
import { OnTheCall } from './on-the-call';
import { useOnTheLine } from './use-on-the-line';
import { usePlainKeys } from './use-plain-keys';

interface CallScriptProps {
  readonly ticket: TicketView;
  readonly onDone: (answer: MoveAnswer) => void;
}

/** 回访话术: what is said on the telephone, question by question, with one key for each answer. */
export function CallScript({ ticket, onDone }: CallScriptProps) {
  const line = useOnTheLine(ticket.id);
  usePlainKeys(!line.isCalling && !line.isStarting, (key) => key === 'B' && line.start());
  return (
    <Card size="small" title="回访话术" className="call-script">
      {line.refusal && <Alert type="warning" showIcon title={line.refusal} />}
      {line.isCalling ? (
        <>
          <p className="call-script-said">
            您好，这里是12345热线。您{instant(ticket.registeredAt)}反映的“{ticket.title}”
            {ticket.lead && `，${ticket.lead.name}`}已经答复，想请您评价一下。
          </p>
          <OnTheCall ticket={ticket} onDone={onDone} />
        </>
      ) : (
        <Button type="primary" loading={line.isStarting} onClick={line.start}>
          开始回访（B）
        </Button>
      )}
    </Card>
  );
}
