import { firstAsTold } from '#ticket/first-as-told';
import type { Registration } from '#ticket/register';
import { retoldSteps, type ToldLine } from '#ticket/retold';
import type { Ticket } from '#ticket/ticket';

/** The ticket after each line of its history, as far as facts tell it: nothing of what anybody wrote is read or counted. */
export function retell(ticketId: string, lines: readonly ToldLine[]): Ticket[] {
  const [first, ...later] = lines;
  return first ? retoldSteps(firstAsTold({ ...unread, id: ticketId, assignments: [] }, first), later) : [];
}

/** What the first line does not tell for good. */
const unread: Registration = {
  id: '',
  number: '',
  trackingCode: '',
  type: 'other',
  urgency: 'normal',
  channel: 'phone',
  title: '',
  content: '',
  categoryCode: null,
  areaCode: null,
  address: null,
  location: null,
  occurredAt: new Date(0),
  citizenId: null,
  anonymous: false,
  confidential: false,
  reachable: false,
  stability: false,
  peopleInvolved: null,
  amountYuan: null,
  subjectParty: null,
  subjectDepartmentId: null,
  expectsReply: false,
  routingHeld: false,
  restricted: false,
  upstreamSystem: null,
  upstreamNumber: null,
  upstreamDueAt: null,
  previousTicketId: null,
  callId: null,
  visitId: null,
  post: null,
  attributes: {},
};
