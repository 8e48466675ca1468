import { type TableColumnsType } from 'antd';
import { Link } from 'react-router-dom';
import { messageKinds } from '#ticket/message-kind';
import type { RouteRequest } from '#http-api/routes';
import { usePages } from '../api/use-pages';
import { DecideButton } from '../parts/decide-button';
import { PagedTable } from '../parts/paged-table';
import { useKept } from '../parts/use-kept';
import { instant } from '../words/instant';
import { MessageFilters } from './message-filters';
import type { MessageRow } from './message-row';
import { messageStanding } from './message-standing';
import { MessageStateTag } from './message-state-tag';

type Sought = NonNullable<RouteRequest<'GET /api/messages'>['query']>;

const columns: TableColumnsType<MessageRow> = [
  { title: '应发时间', width: 104, render: (_, { at }) => instant(at) },
  {
    title: '工单号',
    width: 164,
    render: (_, { ticketId, number }) => <Link to={`/tickets/${ticketId}`}>{number}</Link>,
  },
  { title: '种类', width: 104, render: (_, { kind }) => messageKinds[kind].label },
  { title: '号码', width: 116, render: (_, { phone }) => phone },
  {
    title: '短信内容',
    render: (_, { text, segments }) => (
      <>
        {text ?? <span className="quiet">未生成</span>}
        {segments > 1 && <span className="quiet">（{segments}条）</span>}
      </>
    ),
  },
  {
    title: '状态',
    width: 200,
    render: (_, row) => (
      <>
        <MessageStateTag state={row.state} />
        <div className="quiet">{messageStanding(row)}</div>
      </>
    ),
  },
  { title: '操作', width: 90, render: (_, row) => <Resend row={row} /> },
];

/** What is still to be sent goes by itself, and what was sent was told. */
const Resend = ({ row: { id, worthResending } }: { row: MessageRow }) =>
  worthResending ? (
    <DecideButton route="POST /api/messages/:id/resend" id={id} label="重发" reads="GET /api/messages" />
  ) : null;

/** 发件箱: what citizens were told and are still to be told, the latest first. */
export function MessageList() {
  const [sought, seek] = useKept<Sought>('messages', {});
  const pages = usePages('GET /api/messages', { query: sought });
  return (
    <>
      <MessageFilters sought={sought} seek={seek} isBusy={pages.isLoading} />
      <PagedTable<MessageRow>
        columns={columns}
        pages={pages}
        widthPx={1_080}
        empty="没有短信"
        card={(row) => <MessageItem key={row.id} row={row} />}
      />
    </>
  );
}

const MessageItem = ({ row }: { row: MessageRow }) => (
  <section className="card-link" aria-label={`${row.number} ${messageKinds[row.kind].label}`}>
    <div className="item-top">
      <MessageStateTag state={row.state} />
      <span className="item-title">{messageKinds[row.kind].label}</span>
      <span className="item-end quiet">{instant(row.at)}</span>
    </div>
    <div>{row.text ?? messageStanding(row)}</div>
    <div className="item-line quiet">
      <Link to={`/tickets/${row.ticketId}`}>{row.number}</Link>
      <span className="item-end">
        <Resend row={row} />
      </span>
    </div>
  </section>
);
