import { Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { ListItem } from '#http-api/list-route';
import { usePages } from '../api/use-pages';
import { PagedTable } from '../parts/paged-table';
import { fullInstant } from '../words/instant';
import { eventWords } from './event-words';
import { Requeue } from './requeue';
import { serviceWords } from './service-words';

type DeadLetter = ListItem<'GET /api/dead-letters'>;
type Shown = 'open' | 'requeued';

const lists: { value: Shown; label: string }[] = [
  { value: 'open', label: '待处理' },
  { value: 'requeued', label: '已重新处理' },
];

const columns: TableColumnsType<DeadLetter> = [
  { title: '失败时间', width: 170, render: (_, row) => fullInstant(row.failedAt) },
  { title: '服务', width: 100, render: (_, row) => serviceWords(row.service) },
  { title: '事件', width: 110, render: (_, row) => <span title={row.event}>{eventWords(row.event)}</span> },
  { title: '工单', width: 70, render: (_, row) => row.ticketId && <Link to={`/tickets/${row.ticketId}`}>查看</Link> },
  { title: '次数', width: 60, dataIndex: 'attempts' },
  { title: '原因', render: (_, row) => <span className="letter-reason">{row.reason}</span> },
  {
    title: '处理',
    width: 170,
    render: (_, row) => (row.requeuedAt ? fullInstant(row.requeuedAt) : <Requeue id={row.id} />),
  },
];

/** Jobs that were given up; an admin puts them back once the cause is gone. */
export function DeadLettersPage() {
  const [state, setState] = useState<Shown>('open');
  const pages = usePages('GET /api/dead-letters', { query: { state } });
  return (
    <div className="page">
      <div className="page-filters">
        <Segmented options={lists} value={state} onChange={setState} />
        <span className="quiet">系统多次尝试仍未成功的后台任务；排除原因后可重新处理。</span>
      </div>
      <PagedTable<DeadLetter>
        columns={columns}
        pages={pages}
        widthPx={900}
        empty={state === 'open' ? '没有异常任务' : '没有记录'}
      />
    </div>
  );
}
