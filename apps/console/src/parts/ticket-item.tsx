import type { ReactNode } from 'react';
import { ticketTypes } from '#ticket/ticket-type';
import { awaitsHandling } from '../words/awaits-handling';
import { instant } from '../words/instant';
import { AlertFlag } from './alert-flag';
import { Due } from './due';
import type { TicketRow } from './list-row';
import { NudgeMark } from './nudge-mark';
import { SensitiveTags } from './sensitive-tags';
import { StateTag } from './state-tag';
import { UrgencyTag } from './urgency-tag';

/** A ticket in a few lines: in a queue, and instead of a table row on a phone. `foot` is what else the list tells of it. */
export const TicketItem = ({ ticket, foot }: { ticket: TicketRow; foot?: ReactNode }) => (
  <div className="item">
    <div className="item-top">
      <UrgencyTag urgency={ticket.urgency} />
      <span className="item-title">{ticket.title}</span>
    </div>
    <div className="item-line">
      <span className="number">{ticket.number}</span>
      <StateTag state={ticket.state} round={ticket.round} />
      <AlertFlag alert={ticket.alert} />
      <NudgeMark nudges={ticket.nudges} />
      <SensitiveTags ticket={ticket} />
    </div>
    <div className="item-line quiet">
      <span>{ticketTypes[ticket.type].label}</span>
      {ticket.area && <span>{ticket.area.name}</span>}
      {ticket.lead && <span>{ticket.lead.name}</span>}
      <span className="item-end">
        {ticket.dueAt && awaitsHandling(ticket.state) ? <Due at={ticket.dueAt} short /> : instant(ticket.registeredAt)}
      </span>
    </div>
    {foot && <div className="item-line">{foot}</div>}
  </div>
);
