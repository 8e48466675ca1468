import type { TableColumnsType } from 'antd';
import { Link } from 'react-router-dom';
import type { ListItem } from '#http-api/list-route';
import { usePages } from '../api/use-pages';
import { PagedTable } from '../parts/paged-table';
import { fullInstant } from '../words/instant';
import { ErasureDecision } from './erasure-decision';
import { ErasureItem } from './erasure-item';
import { erasureState } from './erasure-state';

type Erasure = ListItem<'GET /api/erasures'>;

const columns: TableColumnsType<Erasure> = [
  { title: '工单', width: 180, render: (_, { ticketId, number }) => <Link to={`/tickets/${ticketId}`}>{number}</Link> },
  { title: '申请理由', dataIndex: 'reason' },
  { title: '提出', width: 190, render: (_, { askedBy, askedAt }) => `${askedBy.name} ${fullInstant(askedAt)}` },
  {
    title: '审批',
    width: 190,
    render: (_, { decidedBy, decidedAt }) => decidedBy && `${decidedBy.name} ${fullInstant(decidedAt ?? '')}`,
  },
  { title: '状态', width: 150, render: (_, erasure) => erasureState(erasure) },
  { title: '', width: 150, render: (_, erasure) => <ErasureDecision erasure={erasure} /> },
];

/** Citizens who asked to be forgotten. */
export function ErasureTable({ state }: { state: 'open' | 'done' }) {
  const pages = usePages('GET /api/erasures', { query: { state } });
  return (
    <PagedTable<Erasure>
      columns={columns}
      pages={pages}
      widthPx={960}
      empty="没有申请"
      card={(erasure) => <ErasureItem key={erasure.id} erasure={erasure} />}
    />
  );
}
