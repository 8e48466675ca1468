import { Alert, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router-dom';
import type { MovesView } from '#http-api/time-limit-shapes';
import { instant } from '../words/instant';
import { movesWords } from './moves-words';
import './recomputing.css';

type Move = MovesView['items'][number];

const columns: TableColumnsType<Move> = [
  { title: '工单', render: (_, { ticketId, title }) => <Link to={`/tickets/${ticketId}`}>{title}</Link> },
  { title: '时限', width: 110, dataIndex: 'label' },
  { title: '原到期', width: 110, render: (_, { from }) => (from ? instant(from) : '无') },
  { title: '新到期', width: 110, render: (_, { to }) => (to ? instant(to) : '取消') },
];

/** The same of an answer that may tell it. */
export const movesPreview = ({ moves }: { moves: MovesView | null }) => moves && <MovesPreview moves={moves} />;

/** What a change would do to the open tickets, before anybody makes it. */
export const MovesPreview = ({ moves }: { moves: MovesView }) => (
  <>
    <Alert type={moves.tickets > 0 ? 'warning' : 'info'} showIcon title={movesWords(moves)} className="moves-alert" />
    {moves.items.length > 0 && (
      <Table<Move>
        rowKey={({ ticketId, clock, from, to }) => `${ticketId}/${clock}/${from ?? ''}/${to ?? ''}`}
        size="small"
        columns={columns}
        dataSource={moves.items}
        pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 560 }}
      />
    )}
  </>
);
