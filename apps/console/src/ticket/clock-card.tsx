import { Alert, Button, Card, Empty, Tag } from 'antd';
import { useState } from 'react';
import { clockKinds } from '#ticket/clock-kind';
import type { TicketView } from '../moves/move-target';
import { Due } from '../parts/due';
import { ReceiptDrawer } from '../receipts/receipt-drawer';
import { instant } from '../words/instant';

type Clock = TicketView['clocks'][number];

const endWords: Record<Exclude<Clock['state'], 'running'>, string> = { met: '已完成', cancelled: '已取消' };

/** Running clocks first, by due time, in the colour of their flag; then those that ended. Each tells how it came about. */
export function ClockCard({ ticket }: { ticket: TicketView }) {
  const [chosen, choose] = useState<Clock | null>(null);
  const shown = ticket.clocks.filter(({ kind }) => !clockKinds[kind].silent);
  const clocks = shown.toSorted((a, b) => order(a) - order(b) || a.dueAt.localeCompare(b.dueAt));
  return (
    <Card size="small" title="时限">
      {!ticket.clocksCurrent && (
        <Alert type="warning" showIcon title="时限正在计算；若一直如此，请联系系统管理员查看“异常任务”" />
      )}
      {clocks.length === 0 && ticket.clocksCurrent && <Empty image={null} description="没有时限" />}
      {clocks.map((clock) => (
        <div key={clock.id} className="clock">
          <span>
            {clock.label}
            <span className="quiet">{whose(clock, ticket)}</span>
            {clock.shortened && <Tag className="tag clock-own">单独限时</Tag>}
            {clock.round > 1 && <span className="quiet"> 第{clock.round}轮</span>}
          </span>
          <span className="clock-when">
            {clock.state === 'running' ? (
              <Due at={clock.dueAt} alert={clock.alert} paused={clock.paused} />
            ) : (
              <EndedClock clock={clock} />
            )}
            <Button
              type="link"
              size="small"
              className="clock-basis"
              aria-label={`${clock.label}计时依据`}
              onClick={() => choose(clock)}
            >
              依据
            </Button>
          </span>
        </div>
      ))}
      <ReceiptDrawer clock={chosen} ticketNumber={ticket.number} close={() => choose(null)} />
    </Card>
  );
}

/** Co-handlers have clocks of their own, called as the lead's are. */
function whose({ assignmentId }: Clock, { assignments }: TicketView): string {
  const part = assignments.find(({ id }) => id === assignmentId);
  return part ? ` ${part.department.name}` : '';
}

const order = ({ state }: Clock): number => (state === 'running' ? 0 : 1);

function EndedClock({ clock }: { clock: Clock }) {
  if (clock.state === 'running') return null;
  const isLate = clock.metAt !== null && clock.metAt > clock.dueAt;
  return (
    <span className={isLate ? 'due-red' : 'quiet'} title={`到期 ${instant(clock.dueAt)}`}>
      {isLate ? '超期完成' : endWords[clock.state]} {clock.metAt && instant(clock.metAt)}
    </span>
  );
}
