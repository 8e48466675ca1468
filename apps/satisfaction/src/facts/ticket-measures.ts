import { satisfactions } from '#ticket/rating';
import { isOpen } from '#ticket/state';
import type { Ticket } from '#ticket/ticket';

/** What is counted of tickets: whether one counts, as it stands at an instant. */
export interface TicketMeasure {
  /** By which facts name it; never given to another one. */
  readonly number: number;
  readonly label: string;
  /** No column of its own: it is shown as a part of rates. */
  readonly isOnlyPart?: true;
  readonly holds: (ticket: Ticket) => boolean;
}

const wasDispatched = ({ dispatchedAt }: Ticket): boolean => dispatchedAt !== null;
/** A citizen who was answered by the hotline itself judges the call, not a department that has the ticket before or after. */
const ratedOnCall = (ticket: Ticket) => (ticket.closeReason === 'answered-on-call' ? ticket.rating : null);
const ratedOfUnit = (ticket: Ticket) =>
  wasDispatched(ticket) && ratedOnCall(ticket) === null && (ticket.rating?.round ?? 0) > 0 ? ticket.rating : null;
/** What an accepted appeal excludes keeps its rating, and is counted neither as satisfied nor as solved (domain.md §5). */
const rated = (ticket: Ticket) => (ticket.excluded ? null : ratedOfUnit(ticket));
/** 满意率D compares with what used to be published: it knows no exclusions. */
const ratedAtAll = (ticket: Ticket) => ratedOfUnit(ticket) ?? ratedOnCall(ticket);
/** What the last lead answered that was approved: a draft, and a reply that was sent back, say nothing yet. */
const unitsAnswer = ({ assignments }: Ticket) =>
  assignments.findLast(({ role, answeredAt, reply }) => role === 'lead' && answeredAt !== null && reply !== null)
    ?.reply;
const ratedByCitizen = (ticket: Ticket) => {
  const rating = rated(ticket);
  return rating?.source === 'citizen-link' || rating?.source === 'citizen-app' ? rating : null;
};
const isSatisfied = (rating: Ticket['rating']): boolean =>
  rating !== null && satisfactions[rating.satisfaction.result].satisfied;
const isBasically = (rating: Ticket['rating']): boolean => rating?.satisfaction.result === 'basically-satisfied';
const isClosed = ({ state }: Ticket): boolean => state === 'closed';

/** Everything that is counted of the tickets received in a period. */
export const ticketMeasures = {
  received: { number: 1, label: '受理量', holds: () => true },
  answeredOnCall: { number: 2, label: '直接答复', holds: ({ closeReason }) => closeReason === 'answered-on-call' },
  dispatched: { number: 3, label: '派单', holds: wasDispatched },
  handled: { number: 4, label: '办结', holds: ({ handledAt }) => handledAt !== null },
  closed: { number: 5, label: '结案', holds: isClosed },
  open: { number: 6, label: '在办', holds: ({ state }) => isOpen(state) },
  withdrawn: { number: 7, label: '撤单', holds: ({ state }) => state === 'withdrawn' },
  reworked: { number: 8, label: '重办', holds: ({ round }) => round > 1 },
  rated: { number: 9, label: '参评', holds: (ticket) => rated(ticket) !== null },
  satisfied: { number: 10, label: '满意', holds: (ticket) => isSatisfied(rated(ticket)) },
  ratedOnChangedNumber: { number: 11, label: '改号后参评', holds: (ticket) => rated(ticket)?.numberChanged === true },
  solved: { number: 12, label: '已解决', holds: (ticket) => rated(ticket)?.solved === 'yes' },
  basicallySatisfied: { number: 13, label: '基本满意', holds: (ticket) => isBasically(rated(ticket)) },
  dissatisfied: {
    number: 14,
    label: '不满意',
    holds: (ticket) => rated(ticket) !== null && !isSatisfied(rated(ticket)),
  },
  repeated: { number: 15, label: '复诉', holds: ({ previousTicketId }) => previousTicketId !== null },
  fullySatisfied: {
    ...{ number: 16, label: '非常满意和满意', isOnlyPart: true },
    holds: (ticket) => isSatisfied(rated(ticket)) && !isBasically(rated(ticket)),
  },
  ratedByCitizen: {
    ...{ number: 17, label: '群众主动参评', isOnlyPart: true },
    holds: (ticket) => ratedByCitizen(ticket) !== null,
  },
  satisfiedByCitizen: {
    ...{ number: 18, label: '群众主动评价满意', isOnlyPart: true },
    holds: (ticket) => isSatisfied(ratedByCitizen(ticket)),
  },
  ratedClosed: {
    ...{ number: 19, label: '结案且参评', isOnlyPart: true },
    holds: (ticket) => isClosed(ticket) && ratedAtAll(ticket) !== null,
  },
  closedNotDissatisfied: {
    ...{ number: 20, label: '结案且未评不满意（含未评价）', isOnlyPart: true },
    holds: (ticket) => isClosed(ticket) && (ratedAtAll(ticket) === null || isSatisfied(ratedAtAll(ticket))),
  },
  contacted: {
    ...{ number: 21, label: '群众称已先行联系', isOnlyPart: true },
    holds: (ticket) => ratedOfUnit(ticket)?.contacted === 'yes',
  },
  saidWhetherContacted: {
    ...{ number: 26, label: '群众说了是否联系', isOnlyPart: true },
    holds: (ticket) => ratedOfUnit(ticket) !== null,
  },
  excluded: {
    ...{ number: 27, label: '剔除', isOnlyPart: true },
    holds: ({ excluded }) => excluded,
  },
  solvedByUnit: {
    ...{ number: 22, label: '单位认定解决', isOnlyPart: true },
    holds: (ticket) => unitsAnswer(ticket)?.resolution === 'solved',
  },
  answeredByUnit: {
    ...{ number: 25, label: '单位反馈已通过审核', isOnlyPart: true },
    holds: (ticket) => unitsAnswer(ticket) !== undefined,
  },
  ratedOnCall: { number: 23, label: '直接答复参评', isOnlyPart: true, holds: (ticket) => ratedOnCall(ticket) !== null },
  satisfiedOnCall: {
    ...{ number: 24, label: '直接答复满意', isOnlyPart: true },
    holds: (ticket) => isSatisfied(ratedOnCall(ticket)),
  },
} as const satisfies Record<string, TicketMeasure>;

export type TicketMeasureName = keyof typeof ticketMeasures;

/** Who is counted at all: neither what is void nor what follows another ticket (domain.md §6). */
export const isCounted = ({ state }: Ticket): boolean => state !== 'void' && state !== 'merged';
