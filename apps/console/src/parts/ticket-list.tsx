import { Empty, Table } from 'antd';
import { Link, useNavigate } from 'react-router-dom';
import type { TicketRow } from './list-row';
import { ticketColumns } from './ticket-columns';
import { TicketItem } from './ticket-item';
import { usePhone } from './use-phone';

interface TicketListProps {
  readonly rows: readonly TicketRow[];
  readonly isLoading: boolean;
}

/** Tickets as a table; as cards on a phone. */
export function TicketList({ rows, isLoading }: TicketListProps) {
  const isPhone = usePhone();
  const navigate = useNavigate();
  if (!isPhone)
    return (
      <Table<TicketRow>
        rowKey="id"
        size="small"
        columns={ticketColumns}
        dataSource={rows}
        loading={isLoading}
        pagination={false}
        scroll={{ x: 1_040 }}
        rowClassName={(row) => `row-${row.alert}`}
        onRow={(row) => ({ onDoubleClick: () => void navigate(`/tickets/${row.id}`) })}
        locale={{ emptyText: '没有符合条件的工单' }}
      />
    );
  if (!isLoading && rows.length === 0) return <Empty description="没有符合条件的工单" />;
  return rows.map((row) => (
    <Link key={row.id} to={`/tickets/${row.id}`} className="card-link">
      <TicketItem ticket={row} />
    </Link>
  ));
}
