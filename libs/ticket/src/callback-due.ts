import { channels } from './channel';
import type { Ticket } from './ticket';

/** Whether the citizen is called back after an approved reply: not when anonymous, unreachable, praising, or answered in public. */
export const isCallbackDue = (ticket: Ticket): boolean =>
  !ticket.anonymous && ticket.reachable && ticket.type !== 'praise' && channels[ticket.channel].callback;
