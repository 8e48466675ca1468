import type { TableColumnsType } from 'antd';
import { Link } from 'react-router-dom';
import type { ListItem } from '../api/list-route';
import { usePages } from '../api/use-pages';
import { PagedTable } from '../parts/paged-table';
import { fullInstant } from '../words/instant';
import { DecideButton } from './decide-button';

type Erasure = ListItem<'GET /api/erasures'>;

const states: Record<Erasure['state'], string> = {
  asked: '待批准',
  approved: '已批准，待执行',
  refused: '不予批准',
  done: '已执行',
};

const columns: TableColumnsType<Erasure> = [
  { title: '工单', width: 180, render: (_, { ticketId, number }) => <Link to={`/tickets/${ticketId}`}>{number}</Link> },
  { title: '申请理由', dataIndex: 'reason' },
  { title: '提出', width: 190, render: (_, { askedBy, askedAt }) => `${askedBy.name} ${fullInstant(askedAt)}` },
  {
    title: '审批',
    width: 190,
    render: (_, { decidedBy, decidedAt }) => decidedBy && `${decidedBy.name} ${fullInstant(decidedAt ?? '')}`,
  },
  {
    title: '状态',
    width: 150,
    render: (_, { state, tickets }) => (tickets === null ? states[state] : `${states[state]}，${tickets}件工单`),
  },
  {
    title: '',
    width: 150,
    render: (_, { id, state }) =>
      state === 'asked' && (
        <>
          <DecideButton route="POST /api/erasures/:id/approve" id={id} label="批准" reads="GET /api/erasures" />
          <DecideButton route="POST /api/erasures/:id/refuse" id={id} label="不予批准" reads="GET /api/erasures" />
        </>
      ),
  },
];

/** Citizens who asked to be forgotten. */
export function ErasureTable({ state }: { state: 'open' | 'done' }) {
  const pages = usePages('GET /api/erasures', { query: { state } });
  return <PagedTable<Erasure> columns={columns} pages={pages} widthPx={960} empty="没有申请" />;
}
