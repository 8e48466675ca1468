import { Button, Popconfirm, App } from 'antd';
import { useState } from 'react';
import { problemWords } from '../api/problem-words';
import { useWrite } from '../api/use-write';
import { BroadcastEditor } from '../broadcasts/broadcast-editor';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { AddTickets, JoinIssue, LeadIssue, NameIssue } from './issue-dialogs';
import type { IssueView } from './issue-row';

const dialogs = {
  name: { label: '命名', Dialog: NameIssue },
  lead: { label: '指定牵头', Dialog: LeadIssue },
  tickets: { label: '归入工单', Dialog: AddTickets },
  join: { label: '并入其他', Dialog: JoinIssue },
} as const;
type Opened = keyof typeof dialogs | 'answer';

/** What whoever decides on issues may do with this one. */
export function IssueActions({ issue }: { issue: IssueView }) {
  const { roles } = useUser();
  const [opened, open] = useState<Opened | null>(null);
  if (!mayCall('POST /api/issues/:id/name', roles) || issue.state === 'joined') return null;
  const close = (): void => open(null);
  const Shown = opened && opened !== 'answer' ? dialogs[opened].Dialog : null;
  return (
    <span className="issue-actions">
      {issue.state === 'open' && (
        <>
          {Object.entries(dialogs).map(([name, { label }]) => (
            <Button key={name} size="small" onClick={() => open(name as Opened)}>
              {label}
            </Button>
          ))}
          <Button size="small" type="primary" onClick={() => open('answer')}>
            发布口径
          </Button>
        </>
      )}
      <Follow issue={issue} />
      {Shown && <Shown issue={issue} close={close} />}
      {opened === 'answer' && <BroadcastEditor issue={{ id: issue.id, title: issue.title }} close={close} />}
    </span>
  );
}

/** Ends following it, or begins again. */
function Follow({ issue: { id, version, state } }: { issue: IssueView }) {
  const { message } = App.useApp();
  const isOpen = state === 'open';
  const write = useWrite(isOpen ? 'POST /api/issues/:id/close' : 'POST /api/issues/:id/reopen');
  const label = isOpen ? '结束跟踪' : '恢复跟踪';
  const send = (): void =>
    void write
      .mutateAsync({ params: { id }, version, body: {} })
      .catch((reason: unknown) => message.error(problemWords(reason)));
  return (
    <Popconfirm title={`确定${label}？`} onConfirm={send} okText={label} cancelText="取消">
      <Button size="small" loading={write.isPending}>
        {label}
      </Button>
    </Popconfirm>
  );
}
