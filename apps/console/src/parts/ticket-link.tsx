import { Link } from 'react-router-dom';

interface TicketLinkProps {
  readonly of: { readonly ticketId: string; readonly number: string; readonly title: string };
}

/** The way to a ticket from a row that is about it: its number, and its title below. */
export const TicketLink = ({ of: { ticketId, number, title } }: TicketLinkProps) => (
  <Link to={`/tickets/${ticketId}`} className="cell-title">
    <span className="number">{number}</span>
    <div>{title}</div>
  </Link>
);
