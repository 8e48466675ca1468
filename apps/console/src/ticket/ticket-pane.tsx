import { Alert, Card } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { MoveName } from '#ticket/transition';
import { useAnswer } from '../api/use-answer';
import { AttachmentsCard } from '../attachments/attachments-card';
import type { AskedRequest } from '../moves/asked-request';
import { MovePanel } from '../moves/move-panel';
import type { TicketView } from '../moves/move-target';
import { useAvailableMoves } from '../moves/use-available-moves';
import type { MoveAnswer } from '../moves/use-move-submit';
import { useRequestMoves } from '../moves/use-request-moves';
import { Loaded } from '../parts/loaded';
import { SuggestionCard } from '../suggestions/suggestion-card';
import { AssignmentCards } from './assignment-cards';
import { CitizenLine } from './citizen-line';
import { MatterCard } from './matter-card';
import { NumberChanged } from './number-changed';
import { RatingFacts } from './rating-facts';
import { SupplementsCard } from './supplements-card';
import { TicketHead } from './ticket-head';

interface TicketPaneProps {
  readonly id: string;
  /** The moves this desk is for. */
  readonly featured: readonly MoveName[];
  readonly onDone: (answer: MoveAnswer) => void;
  /** What this desk must read first. */
  readonly first?: (ticket: TicketView) => ReactNode;
  /** What departments asked for, where that is decided here. */
  readonly requests?: readonly AskedRequest[];
}

const none: readonly AskedRequest[] = [];

/** What a desk needs to see of a ticket, and the forms of its own moves beneath. */
export function TicketPane({ id, ...rest }: TicketPaneProps) {
  const ticket = useAnswer('GET /api/tickets/:id', { params: { id } });
  return <Loaded of={ticket}>{(found) => <Pane key={id} ticket={found} {...rest} />}</Loaded>;
}

interface PaneProps extends Omit<TicketPaneProps, 'id'> {
  readonly ticket: TicketView;
}

function Pane({ ticket, featured, onDone, first, requests = none }: PaneProps) {
  const moves = [...useAvailableMoves(ticket), ...useRequestMoves(ticket, requests)];
  return (
    <div className="pane">
      <TicketHead ticket={ticket} extra={<Link to={`/tickets/${ticket.id}`}>工单详情</Link>} />
      <div className="pane-facts">
        {first?.(ticket)}
        {ticket.judgementDue && ticket.rating && (
          <Card size="small" title="群众评价">
            <RatingFacts rating={ticket.rating} />
          </Card>
        )}
        <NumberChanged ticket={ticket} />
        <CitizenLine ticket={ticket} />
        <MatterCard ticket={ticket} />
        <SuggestionCard ticket={ticket} />
        <SupplementsCard ticket={ticket} />
        <AssignmentCards ticket={ticket} />
        <AttachmentsCard ticket={ticket} />
      </div>
      <div className="pane-work">
        {moves.length === 0 && <Alert type="info" title="本单当前没有需要您办理的事项" />}
        <MovePanel moves={moves} featured={featured} onDone={onDone} />
      </div>
    </div>
  );
}
