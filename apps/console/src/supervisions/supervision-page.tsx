import { Card } from 'antd';
import { Link, useParams } from 'react-router-dom';
import type { RouteAnswer } from '#http-api/routes';
import { supervisionCauses, supervisionStates } from '#ticket/supervision';
import { useAnswer } from '../api/use-answer';
import { ByAt } from '../parts/by-at';
import { DocumentLinks } from '../parts/document-links';
import { Due } from '../parts/due';
import { Facts, type FactRow } from '../parts/facts';
import { Loaded } from '../parts/loaded';
import { instant } from '../words/instant';
import { OrderActs } from './order-acts';
import { OrderPaper } from './order-paper';
import '../incidents/incidents.css';

export type Order = RouteAnswer<'GET /api/supervisions/:id'>;

/** 督办单: how far it is, what may be done with it, and what it says. */
export function SupervisionPage() {
  const { id = '' } = useParams();
  const order = useAnswer('GET /api/supervisions/:id', { params: { id } });
  return (
    <div className="page">
      <Loaded of={order}>{(found) => <Shown order={found} />}</Loaded>
    </div>
  );
}

const Shown = ({ order }: { order: Order }) => (
  <>
    <div className="incident-head">
      <Link to="/supervisions">返回督办</Link>
      <h2>督办单　{order.documentNumber ?? '草稿'}</h2>
      <DocumentLinks address={`/api/supervisions/${order.id}/document`} />
    </div>
    <div className="report-side-by-side">
      <div>
        <Standing order={order} />
        <OrderActs order={order} />
      </div>
      <OrderPaper order={order} />
    </div>
  </>
);

function Standing({ order }: { order: Order }) {
  const { ticket, signed, answered, closed } = order;
  const facts: FactRow[] = [
    ['状态', supervisionStates[order.state].label],
    ['工单', <Link to={`/tickets/${order.ticketId}`}>{`${ticket.number}　${ticket.title}`}</Link>],
    ['督办原因', supervisionCauses[order.cause].label],
    [
      '反馈期限',
      order.state === 'signed' ? <Due at={order.dueAt} alert={order.alert} /> : order.dueAt && instant(order.dueAt),
    ],
    ['起草', <ByAt {...order.drafted} />],
    ['签发', signed && <ByAt {...signed} />],
    ['反馈', answered && <ByAt by={answered.by} at={answered.at} />],
    ['反馈内容', answered?.text],
    ['退回次数', order.sentBack > 0 && `${order.sentBack}次`],
    ['督办员意见', order.note],
    ['结束', closed && `${closed.by?.name ?? '随工单失效'}　${instant(closed.at)}`],
  ];
  return (
    <Card size="small" title="督办情况">
      <Facts rows={facts} />
    </Card>
  );
}
