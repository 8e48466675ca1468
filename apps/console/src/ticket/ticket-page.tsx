import { useParams } from 'react-router-dom';
import { useAnswer } from '../api/use-answer';
import { AttachmentsCard } from '../attachments/attachments-card';
import { TicketMessagesCard } from '../messages/ticket-messages-card';
import { MoveButtons } from '../moves/move-buttons';
import type { TicketView } from '../moves/move-target';
import { useAvailableMoves } from '../moves/use-available-moves';
import { Loaded } from '../parts/loaded';
import { RoundsCard } from '../rounds/rounds-card';
import { SuggestionCard } from '../suggestions/suggestion-card';
import { ThirdPartyCopyButton } from '../third-party-copy/third-party-copy-button';
import { AssignmentCards } from './assignment-cards';
import { CallCard } from './call-card';
import { CitizenLine } from './citizen-line';
import { ClockCard } from './clock-card';
import { HistoryCard } from './history-card';
import { MatterCard } from './matter-card';
import { RequestsCard } from './requests-card';
import { StandingCard } from './standing-card';
import { SupplementsCard } from './supplements-card';
import { TicketHead } from './ticket-head';

/** Everything about one ticket. */
export function TicketPage() {
  const { id = '' } = useParams();
  const ticket = useAnswer('GET /api/tickets/:id', { params: { id } });
  return <Loaded of={ticket}>{(found) => <WholeTicket key={id} ticket={found} />}</Loaded>;
}

function WholeTicket({ ticket }: { ticket: TicketView }) {
  const moves = useAvailableMoves(ticket);
  return (
    <div className="ticket-page">
      <div className="ticket-top">
        <TicketHead ticket={ticket} extra={<ThirdPartyCopyButton ticket={ticket} />} />
        <MoveButtons moves={moves} hasFirst />
      </div>
      <div className="ticket-main">
        <CitizenLine ticket={ticket} />
        <MatterCard ticket={ticket} />
        <SuggestionCard ticket={ticket} />
        <SupplementsCard ticket={ticket} />
        <AssignmentCards ticket={ticket} />
        <RoundsCard ticket={ticket} />
        <AttachmentsCard ticket={ticket} />
        <TicketMessagesCard id={ticket.id} />
        <HistoryCard ticket={ticket} />
      </div>
      <aside className="ticket-side">
        <StandingCard ticket={ticket} />
        <CallCard ticket={ticket} />
        <ClockCard ticket={ticket} />
        <RequestsCard ticket={ticket} />
      </aside>
    </div>
  );
}
