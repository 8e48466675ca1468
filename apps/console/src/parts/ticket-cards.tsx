import { Link } from 'react-router-dom';
import type { Pages } from '../api/use-pages';
import type { TicketRow } from './list-row';
import { Paged } from './paged';
import { TicketItem } from './ticket-item';

/** A ticket in a few lines, which opens it. */
export const TicketCard = ({ ticket }: { ticket: TicketRow }) => (
  <Link to={`/tickets/${ticket.id}`} className="card-link">
    <TicketItem ticket={ticket} />
  </Link>
);

/** Tickets where there is no room for a table, such as those behind a figure. */
export const TicketCards = ({ pages }: { pages: Pages<TicketRow> }) => (
  <Paged pages={pages}>
    {pages.items.map((ticket) => (
      <TicketCard key={ticket.id} ticket={ticket} />
    ))}
  </Paged>
);
