import { DatePicker, Form, type TableColumnsType } from 'antd';
import type { Dayjs } from 'dayjs';
import { useEffect } from 'react';
import { Link } from 'react-router-dom';
import type { ListItem } from '#http-api/list-route';
import { usePages } from '../api/use-pages';
import { Dialog } from '../parts/dialog';
import { PagedTable } from '../parts/paged-table';
import { WriteForm } from '../parts/write-form';
import { instant } from '../words/instant';
import type { ClientRow } from './client-row';

type Owed = ListItem<'GET /api/channel-clients/:id/feedback'>;

const stands = ({ fault, attempts }: Owed): string => (fault ? `${fault}（第${attempts}次）` : '待推送');

const columns: TableColumnsType<Owed> = [
  { title: '工单号', width: 170, render: (_, { ticketId, number }) => <TicketLink id={ticketId} number={number} /> },
  { title: '对方编号', ellipsis: true, dataIndex: 'upstreamNumber' },
  { title: '情况', width: 190, render: (_, owed) => stands(owed) },
  { title: '下次推送', width: 110, render: (_, { nextTryAt }) => instant(nextTryAt) },
];

const TicketLink = ({ id, number }: { id: string; number: string }) => <Link to={`/tickets/${id}`}>{number}</Link>;

/** It is told all the time, and this says how far it has come. */
const askAgainMs = 3_000;

/** 进展回传: what this system is still to be told, and everything once more. */
export function ClientFeedback({ client, close }: { client: ClientRow; close(): void }) {
  const pages = usePages('GET /api/channel-clients/:id/feedback', { params: { id: client.id } });
  useEffect(() => {
    const timer = window.setTimeout(pages.again, askAgainMs);
    return () => window.clearTimeout(timer);
  });
  return (
    <Dialog title={`进展回传　${client.name}`} width={720} close={close}>
      <PagedTable<Owed>
        columns={columns}
        pages={pages}
        widthPx={640}
        empty="没有待回传的进展"
        card={(owed) => (
          <section key={owed.ticketId} className="card-link" aria-label={owed.number}>
            <div className="item-top">
              <TicketLink id={owed.ticketId} number={owed.number} />
            </div>
            <div className="item-line quiet">{stands(owed)}</div>
          </section>
        )}
      />
      <Replay client={client} close={close} />
    </Dialog>
  );
}

/** 重新回传: for a system that has lost what it was told. */
const Replay = ({ client, close }: { client: ClientRow; close(): void }) => (
  <WriteForm
    route="POST /api/channel-clients/:id/replay"
    label="重新回传"
    requestOf={({ since }) => ({ params: { id: client.id }, body: { since: (since as Dayjs).toISOString() } })}
    onDone={close}
  >
    <Form.Item
      name="since"
      label="重新回传自此登记的工单"
      extra="全部进展再推送一遍；对方按推送编号去重。"
      rules={[{ required: true, message: '请选择' }]}
    >
      <DatePicker showTime />
    </Form.Item>
  </WriteForm>
);
