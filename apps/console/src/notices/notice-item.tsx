import { Link } from 'react-router-dom';
import { rungs } from '#ticket/rung';
import type { ListItem } from '#http-api/list-route';
import { fullInstant } from '../words/instant';

interface NoticeItemProps {
  readonly notice: ListItem<'GET /api/notices'>;
  readonly read: (id: string) => void;
}

/** A reminder in a few lines, instead of a table row on a phone. */
export const NoticeItem = ({ notice, read }: NoticeItemProps) => (
  <section className="card-link" aria-label={notice.number}>
    <div className="item-top">
      <span className={notice.readAt ? 'quiet' : 'item-title'}>{rungs[notice.rung].label}</span>
      <span className="quiet number">{fullInstant(notice.at)}</span>
    </div>
    <div className="item-line">
      <Link to={`/tickets/${notice.ticketId}`} className="number" onClick={() => read(notice.id)}>
        {notice.number}
      </Link>
      <span className="item-end">{notice.label}</span>
    </div>
    <div className="item-text">{notice.title}</div>
  </section>
);
