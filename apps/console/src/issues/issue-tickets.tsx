import { Button, Card, Form, Input, type TableProps } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { usePages } from '../api/use-pages';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { Dialog } from '../parts/dialog';
import type { TicketRow } from '../parts/list-row';
import { TicketList } from '../parts/ticket-list';
import { WriteForm } from '../parts/write-form';
import type { IssueView } from './issue-row';

type Opened = 'remove' | 'split' | null;

/** Its tickets; whoever decides on issues may take some out, or make another issue of them. */
export function IssueTickets({ issue }: { issue: IssueView }) {
  const { roles } = useUser();
  const [chosen, choose] = useState<string[]>([]);
  const [opened, open] = useState<Opened>(null);
  const pages = usePages('GET /api/issues/:id/tickets', { params: { id: issue.id } });
  const mayChange = mayCall('POST /api/issues/:id/remove', roles) && issue.state === 'open';
  const selection: TableProps<TicketRow>['rowSelection'] = mayChange
    ? { selectedRowKeys: chosen, onChange: (keys) => choose(keys.map(String)) }
    : undefined;
  const done = (): void => {
    choose([]);
    open(null);
  };
  const buttons = mayChange && chosen.length > 0 && (
    <span className="issue-actions">
      已选{chosen.length}件
      <Button size="small" onClick={() => open('remove')}>
        移出
      </Button>
      <Button size="small" onClick={() => open('split')}>
        拆为另一热点
      </Button>
    </span>
  );
  return (
    <Card size="small" title="工单" extra={buttons}>
      <TicketList pages={pages} selection={selection} />
      {opened === 'remove' && <Remove issue={issue} ticketIds={chosen} close={() => open(null)} done={done} />}
      {opened === 'split' && <Split issue={issue} ticketIds={chosen} close={() => open(null)} />}
    </Card>
  );
}

interface ChosenProps {
  readonly issue: IssueView;
  readonly ticketIds: string[];
  close(): void;
}

const Remove = ({ issue: { id, version }, ticketIds, close, done }: ChosenProps & { done(): void }) => (
  <Dialog title={`移出${ticketIds.length}件工单`} close={close}>
    <WriteForm
      route="POST /api/issues/:id/remove"
      label="移出"
      requestOf={() => ({ params: { id }, version, body: { ticketIds } })}
      onDone={done}
    >
      <p className="quiet">移出后系统不再自动归组这些工单，可由人重新归入。</p>
    </WriteForm>
  </Dialog>
);

function Split({ issue: { id, version }, ticketIds, close }: ChosenProps) {
  const navigate = useNavigate();
  return (
    <Dialog title={`将${ticketIds.length}件工单拆为另一热点`} close={close}>
      <WriteForm
        route="POST /api/issues/:id/split"
        label="拆出"
        requestOf={({ name }) => ({ params: { id }, version, body: { ticketIds, name: name as string } })}
        onDone={(other) => void navigate(`/issues/${other.id}`)}
      >
        <Form.Item name="name" label="新热点名称" rules={[{ required: true, message: '请填写' }]}>
          <Input autoFocus maxLength={60} />
        </Form.Item>
      </WriteForm>
    </Dialog>
  );
}
