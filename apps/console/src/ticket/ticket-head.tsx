import { Flex, Tag } from 'antd';
import type { ReactNode } from 'react';
import { channels } from '#ticket/channel';
import { ticketTypes } from '#ticket/ticket-type';
import type { TicketView } from '../moves/move-target';
import { AlertFlag } from '../parts/alert-flag';
import { Due } from '../parts/due';
import { NudgeMark } from '../parts/nudge-mark';
import { SensitiveTags } from '../parts/sensitive-tags';
import { StateTag } from '../parts/state-tag';
import { UrgencyTag } from '../parts/urgency-tag';
import { awaitsHandling } from '../words/awaits-handling';

/** What was kept back from the dispatch may have been dispatched by hand since. */
const isUndispatched = (state: TicketView['state']): boolean => state === 'incomplete' || state === 'registered';

/** Which ticket this is and how it stands, in two lines. */
export const TicketHead = ({ ticket, extra }: { ticket: TicketView; extra?: ReactNode }) => (
  <header className="ticket-head">
    <Flex gap={8} align="center" wrap>
      <UrgencyTag urgency={ticket.urgency} />
      <h2>{ticket.title}</h2>
      <span className="ticket-head-extra">{extra}</span>
    </Flex>
    <Flex gap={8} align="center" wrap>
      <span className="number">{ticket.number}</span>
      <StateTag state={ticket.state} round={ticket.round} />
      <Tag className="tag">{ticketTypes[ticket.type].label}</Tag>
      <Tag className="tag">{channels[ticket.channel].label}</Tag>
      <AlertFlag alert={ticket.alert} />
      <NudgeMark nudges={ticket.nudges} />
      <SensitiveTags ticket={ticket} />
      {ticket.mergedTickets > 0 && <Tag className="tag">另有{ticket.mergedTickets}件并入，一并答复</Tag>}
      {ticket.imported && <Tag className="tag">历史导入</Tag>}
      {ticket.routingHeld && isUndispatched(ticket.state) && (
        <Tag color="gold">{ticket.restricted ? '骚扰限制，待值班长放行' : '暂缓派单'}</Tag>
      )}
      {ticket.dueAt && awaitsHandling(ticket.state) && (
        <span>
          <span className="quiet">办理到期 </span>
          <Due at={ticket.dueAt} paused={ticket.state === 'held'} />
        </span>
      )}
    </Flex>
  </header>
);
