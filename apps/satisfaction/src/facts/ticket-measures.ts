import { satisfactions } from '#ticket/rating';
import { isOpen } from '#ticket/state';
import type { Ticket } from '#ticket/ticket';

/** What is counted of tickets: whether one counts, as it stands at an instant. */
export interface TicketMeasure {
  /** By which facts name it; never given to another one. */
  readonly number: number;
  readonly label: string;
  readonly holds: (ticket: Ticket) => boolean;
}

const wasDispatched = ({ dispatchedAt }: Ticket): boolean => dispatchedAt !== null;
/** A citizen who was answered by the hotline itself judges the call, not a department. */
const rated = (ticket: Ticket) => (wasDispatched(ticket) ? ticket.rating : null);

/** Everything that is counted of the tickets received in a period. */
export const ticketMeasures = {
  received: { number: 1, label: '受理量', holds: () => true },
  answeredOnCall: { number: 2, label: '直接答复', holds: ({ closeReason }) => closeReason === 'answered-on-call' },
  dispatched: { number: 3, label: '派单', holds: wasDispatched },
  handled: { number: 4, label: '办结', holds: ({ handledAt }) => handledAt !== null },
  closed: { number: 5, label: '结案', holds: ({ state }) => state === 'closed' },
  open: { number: 6, label: '在办', holds: ({ state }) => isOpen(state) },
  withdrawn: { number: 7, label: '撤单', holds: ({ state }) => state === 'withdrawn' },
  reworked: { number: 8, label: '重办', holds: ({ round }) => round > 1 },
  rated: { number: 9, label: '参评', holds: (ticket) => rated(ticket) !== null },
  satisfied: {
    number: 10,
    label: '满意',
    holds: (ticket) => satisfactions[rated(ticket)?.satisfaction.result ?? 'dissatisfied'].satisfied,
  },
  ratedOnChangedNumber: { number: 11, label: '改号后参评', holds: (ticket) => rated(ticket)?.numberChanged === true },
  solved: { number: 12, label: '已解决', holds: (ticket) => rated(ticket)?.solved === 'yes' },
} as const satisfies Record<string, TicketMeasure>;

export type TicketMeasureName = keyof typeof ticketMeasures;
export const ticketMeasureNames = Object.keys(ticketMeasures) as TicketMeasureName[];

/** Who is counted at all: neither what is void nor what follows another ticket (domain.md §6). */
export const isCounted = ({ state }: Ticket): boolean => state !== 'void' && state !== 'merged';
