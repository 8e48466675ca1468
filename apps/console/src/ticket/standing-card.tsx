import { Card } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { limitClasses } from '#ticket/limit-class';
import { supervisionLevels, supervisionStates } from '#ticket/supervision';
import { appealableUntil } from '../appeals/appealable-until';
import type { TicketView } from '../moves/move-target';
import { Due } from '../parts/due';
import { Facts, type FactRow } from '../parts/facts';
import { HeldSince } from '../parts/held-since';
import { closeReasons } from '../words/close-reasons';
import { inGroups } from '../words/in-groups';
import { instant } from '../words/instant';
import { labelOf } from '../words/options';
import { RatingFacts } from './rating-facts';

/** Who holds it, when it began and ended, what the citizen said. */
export function StandingCard({ ticket }: { ticket: TicketView }) {
  const appealable = appealableUntil(ticket);
  const facts: FactRow[] = [
    ['当前责任人', ticket.holder && <HeldSince holder={ticket.holder} />],
    ['登记时间', instant(ticket.registeredAt)],
    ['对外承诺', promised(ticket)],
    ['单独限时', ticket.ownDueAt && instant(ticket.ownDueAt)],
    ['时限类别', ticket.limitClass && `按${labelOf(limitClasses, ticket.limitClass)}类时限`],
    ['承办办结', ticket.handledAt && instant(ticket.handledAt)],
    ['办结时间', ticket.closedAt && instant(ticket.closedAt)],
    ['办结方式', ticket.closeReason && labelOf(closeReasons, ticket.closeReason)],
    ['群众评价', ticket.rating && <RatingFacts rating={ticket.rating} />],
    ['可申诉至', appealable && instant(appealable)],
    ['考核', ticket.excluded && '申诉成立，已剔除'],
    ['回访号码', ticket.callbackNumberChanges > 0 && `登记后更改过${ticket.callbackNumberChanges}次`],
    ['同意告知身份', ticket.identityConsents.map(({ name }) => name).join('、')],
    ['催办', ticket.urges > 0 && `${ticket.urges}次`],
    ['督办', ticket.supervisions.length > 0 && <Orders ticket={ticket} />],
    ['回访次数', ticket.callbackAttempts > 0 && `${ticket.callbackAttempts}次`],
    ['查询码', ticket.trackingCode && <span className="number">{inGroups(ticket.trackingCode)}</span>],
    ['前次工单', ticket.previousTicketId && <Link to={`/tickets/${ticket.previousTicketId}`}>查看</Link>],
    ['并入本单', ticket.mergedTickets > 0 && `${ticket.mergedTickets}件，答复时一并告知各诉求人`],
    ['主单', ticket.mergedIntoId && <Link to={`/tickets/${ticket.mergedIntoId}`}>查看</Link>],
  ];
  return (
    <Card size="small" title="办理状态">
      <Facts rows={facts} />
    </Card>
  );
}

const Orders = ({ ticket: { supervisions } }: { ticket: TicketView }) => (
  <>
    {supervisions.map(({ id, documentNumber, level, state, dueAt }) => (
      <div key={id}>
        <Link to={`/supervisions/${id}`}>{documentNumber ?? `${supervisionLevels[level].label}草稿`}</Link>{' '}
        {supervisionStates[state].label} {state === 'signed' && <Due at={dueAt} short />}
      </div>
    ))}
  </>
);

/** The promise to the citizen; how much time is left only while its clock runs. */
function promised({ promisedAt, clocks }: TicketView): ReactNode {
  if (!promisedAt) return null;
  const running = clocks.find(({ kind, state }) => kind === 'citizen' && state === 'running');
  return running ? <Due at={promisedAt} paused={running.paused} /> : instant(promisedAt);
}
