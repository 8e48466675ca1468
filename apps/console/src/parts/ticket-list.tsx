import type { TableProps } from 'antd';
import { useNavigate } from 'react-router-dom';
import type { Pages } from '../api/use-pages';
import type { TicketRow } from './list-row';
import { PagedTable } from './paged-table';
import { TicketCard } from './ticket-cards';
import { ticketColumns } from './ticket-columns';

interface TicketListProps {
  readonly pages: Pages<TicketRow>;
  /** Where some of them may be chosen. */
  readonly selection?: TableProps<TicketRow>['rowSelection'];
}

/** Tickets as a table; as cards on a phone. */
export function TicketList({ pages, selection }: TicketListProps) {
  const navigate = useNavigate();
  return (
    <PagedTable<TicketRow>
      columns={ticketColumns}
      pages={pages}
      widthPx={1_040}
      empty="没有符合条件的工单"
      card={(ticket) => <TicketCard key={ticket.id} ticket={ticket} />}
      rowSelection={selection}
      rowClassName={(row) => `row-${row.alert}`}
      onRow={(row) => ({ onDoubleClick: () => void navigate(`/tickets/${row.id}`) })}
    />
  );
}
