import type { AssignmentState } from '#ticket/assignment-state';
import { refuseOutOfPlace } from '#ticket/move';
import { Overtaken } from '#ticket/overtaken';
import { leadOf, type Ticket } from '#ticket/ticket';
import { TransitionRefused } from '#ticket/transition-refused';

/** The lead's part as whoever takes it away saw it. */
export interface LeadSeen {
  readonly assignmentId: string;
  readonly state: AssignmentState;
}

/** Undefined while nobody leads. */
export function leadSeenIn(ticket: Ticket): LeadSeen | undefined {
  const lead = leadOf(ticket);
  return lead && { assignmentId: lead.id, state: lead.state };
}

/**
 * A lead that signed, answered or was changed meanwhile is not taken away by who did not know of it.
 * @throws TransitionRefused
 */
export function refuseUnseen(ticket: Ticket, seen: LeadSeen | undefined): void {
  refuseOutOfPlace(ticket, 'redispatch');
  const now = leadSeenIn(ticket);
  if (!seen || (now?.assignmentId === seen.assignmentId && now.state === seen.state)) return;
  throw new TransitionRefused(
    'redispatch',
    ticket.state,
    new Overtaken('主办单位的办理情况已有变化', seen.assignmentId),
  );
}
