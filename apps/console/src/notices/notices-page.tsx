import { Button, Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { rungs } from '#ticket/rung';
import type { ListItem } from '#http-api/list-route';
import { usePages } from '../api/use-pages';
import { useWrite } from '../api/use-write';
import { PagedTable } from '../parts/paged-table';
import { fullInstant } from '../words/instant';
import { NoticeItem } from './notice-item';

type Notice = ListItem<'GET /api/notices'>;

const lists = [
  { value: 'unread', label: '未读' },
  { value: 'all', label: '全部' },
] as const;
type Shown = (typeof lists)[number]['value'];

const columnsFor = (read: (id: string) => void): TableColumnsType<Notice> => [
  {
    title: '提醒',
    width: 130,
    render: (_, { rung, readAt }) => <span className={readAt ? 'quiet' : ''}>{rungs[rung].label}</span>,
  },
  {
    title: '工单',
    width: 210,
    render: (_, { id, ticketId, number }) => (
      <Link to={`/tickets/${ticketId}`} className="number" onClick={() => read(id)}>
        {number}
      </Link>
    ),
  },
  { title: '标题', dataIndex: 'title', ellipsis: true },
  { title: '时限', width: 130, dataIndex: 'label' },
  { title: '到期', width: 170, render: (_, { dueAt }) => <span className="number">{fullInstant(dueAt)}</span> },
  { title: '提醒时间', width: 170, render: (_, { at }) => <span className="number">{fullInstant(at)}</span> },
  {
    title: '操作',
    width: 90,
    render: (_, { id, readAt }) =>
      readAt ? (
        <span className="quiet">已读</span>
      ) : (
        <Button size="small" type="link" onClick={() => read(id)}>
          标为已读
        </Button>
      ),
  },
];

/** 我的提醒: what one was told of, the newest first. */
export function NoticesPage() {
  const [shown, setShown] = useState<Shown>('unread');
  const query = shown === 'unread' ? { unread: 'true' as const } : {};
  const pages = usePages('GET /api/notices', { query });
  const readOne = useWrite('POST /api/notices/:id/read');
  const readAll = useWrite('POST /api/notices/read');
  const read = (id: string): void => readOne.mutate({ params: { id }, body: {} });
  return (
    <div className="page">
      <div className="page-filters">
        <Segmented<Shown> options={[...lists]} value={shown} onChange={setShown} />
        <Button
          onClick={() => readAll.mutate({ body: {} })}
          loading={readAll.isPending}
          disabled={pages.items.length === 0}
        >
          全部标为已读
        </Button>
        <span className="quiet">打开工单即为已读。</span>
      </div>
      <PagedTable<Notice>
        columns={columnsFor(read)}
        pages={pages}
        widthPx={1_060}
        card={(notice) => <NoticeItem key={notice.id} notice={notice} read={read} />}
        empty={shown === 'unread' ? '没有未读提醒' : '没有提醒'}
      />
    </div>
  );
}
