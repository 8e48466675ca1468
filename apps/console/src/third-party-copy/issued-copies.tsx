import { Card } from 'antd';
import { Link } from 'react-router-dom';
import { usePages } from '../api/use-pages';
import { Paged } from '../parts/paged';
import { fullInstant } from '../words/instant';

/** Who has got a copy of this ticket before. */
export function IssuedCopies({ id }: { id: string }) {
  const copies = usePages('GET /api/tickets/:id/third-party-copies', { params: { id }, query: { limit: 20 } });
  if (copies.items.length === 0 && !copies.error) return null;
  return (
    <Card size="small" title="已出具的副本">
      <Paged pages={copies}>
        {copies.items.map((copy) => (
          <p key={copy.id} className="issued-copy">
            <Link to={`/tickets/${id}/third-party-copies/${copy.id}`} className="number">
              {copy.number}
            </Link>
            <span>{copy.recipient}</span>
            <span className="quiet">{copy.purpose}</span>
            <span className="quiet">
              {fullInstant(copy.issuedAt)}　{copy.issuedBy}
            </span>
          </p>
        ))}
      </Paged>
    </Card>
  );
}
