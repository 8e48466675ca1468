import { Link } from 'react-router-dom';
import { lookKinds } from '#ticket/look-kind';
import type { ListItem } from '#http-api/list-route';
import { fullInstant } from '../words/instant';

/** A look in a few lines, instead of a table row on a phone. */
export const LookItem = ({ look }: { look: ListItem<'GET /api/looks'> }) => (
  <section className="card-link" aria-label={look.number}>
    <div className="item-top">
      <span className="item-title">{look.who.name}</span>
      <span>{lookKinds[look.kind].label}</span>
    </div>
    <div className="item-line">
      <Link to={`/tickets/${look.ticketId}`} className="number">
        {look.number}
      </Link>
      <span className="item-end quiet number">{fullInstant(look.at)}</span>
    </div>
    <div className="item-text">事由：{look.reason ?? '—'}</div>
  </section>
);
