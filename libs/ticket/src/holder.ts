import { states, type Holder } from './state';
import type { Ticket } from './ticket';

/** 当前责任人: who has the ticket in hand, and since when (流转中). Null once it has ended. */
export function holderOf(ticket: Ticket): { holder: Holder; departmentId: string | null; since: Date } | null {
  const { holder } = states[ticket.state];
  if (!holder) return null;
  return { holder, departmentId: holder === 'lead' ? ticket.leadDepartmentId : null, since: ticket.stateSince };
}
