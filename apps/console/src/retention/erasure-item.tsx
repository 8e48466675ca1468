import { Link } from 'react-router-dom';
import type { ListItem } from '#http-api/list-route';
import { fullInstant } from '../words/instant';
import { ErasureDecision } from './erasure-decision';
import { erasureState } from './erasure-state';

/** A citizen's wish to be forgotten in a few lines, instead of a table row on a phone. */
export const ErasureItem = ({ erasure }: { erasure: ListItem<'GET /api/erasures'> }) => (
  <section className="card-link" aria-label={erasure.number}>
    <div className="item-top">
      <Link to={`/tickets/${erasure.ticketId}`} className="item-title number">
        {erasure.number}
      </Link>
      <span>{erasureState(erasure)}</span>
    </div>
    {erasure.reason && <div className="item-text">{erasure.reason}</div>}
    <div className="item-line quiet">
      提出 {erasure.askedBy.name} {fullInstant(erasure.askedAt)}
    </div>
    {erasure.decidedBy && (
      <div className="item-line quiet">
        审批 {erasure.decidedBy.name} {fullInstant(erasure.decidedAt ?? '')}
      </div>
    )}
    <div className="item-line">
      <span className="item-end">
        <ErasureDecision erasure={erasure} />
      </span>
    </div>
  </section>
);
