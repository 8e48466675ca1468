import { Link } from 'react-router-dom';
import type { ListItem } from '#http-api/list-route';
import { Due } from '../parts/due';
import { reasonWords, RiskMark } from '../parts/risk-mark';

/** A part that may be late, on a phone. */
export const RiskItem = ({ part }: { part: ListItem<'GET /api/risks'> }) => (
  <div className="item">
    <div className="item-top">
      <Link to={`/tickets/${part.ticketId}`} className="item-title">
        {part.title}
      </Link>
    </div>
    <div className="item-line">
      <span className="number">{part.number}</span>
      <span>{part.department.name}</span>
      <RiskMark risk={part.risk} />
    </div>
    <div className="item-line quiet">
      <span>{reasonWords(part.risk)}</span>
      <span className="item-end">
        <Due at={part.dueAt} short />
      </span>
    </div>
  </div>
);
