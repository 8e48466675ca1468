import { Link, useNavigate } from 'react-router-dom';
import type { TicketRow } from './list-row';
import { RowTable } from './row-table';
import { ticketColumns } from './ticket-columns';
import { TicketItem } from './ticket-item';

interface TicketListProps {
  readonly rows: readonly TicketRow[];
  readonly isLoading: boolean;
}

const card = (ticket: TicketRow) => (
  <Link key={ticket.id} to={`/tickets/${ticket.id}`} className="card-link">
    <TicketItem ticket={ticket} />
  </Link>
);

/** Tickets as a table; as cards on a phone. */
export function TicketList({ rows, isLoading }: TicketListProps) {
  const navigate = useNavigate();
  return (
    <RowTable<TicketRow>
      columns={ticketColumns}
      rows={rows}
      isLoading={isLoading}
      widthPx={1_040}
      empty="没有符合条件的工单"
      card={card}
      rowClassName={(row) => `row-${row.alert}`}
      onRow={(row) => ({ onDoubleClick: () => void navigate(`/tickets/${row.id}`) })}
    />
  );
}
