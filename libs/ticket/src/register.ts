import { ActorRefused } from './actor-refused';
import { isOneOf } from './actor';
import { missingElements } from './element';
import type { ToldLine } from './retold';
import { isProtectedFromTheStart } from './identity-guards';
import type { Moved } from './move';
import type { MoveContext } from './move-context';
import type { Ticket } from './ticket';
import { transitions } from './transition';

type Given =
  | 'id'
  | 'number'
  | 'trackingCode'
  | 'type'
  | 'urgency'
  | 'channel'
  | 'title'
  | 'content'
  | 'categoryCode'
  | 'areaCode'
  | 'address'
  | 'location'
  | 'occurredAt'
  | 'citizenId'
  | 'anonymous'
  | 'confidential'
  | 'reachable'
  | 'stability'
  | 'peopleInvolved'
  | 'amountYuan'
  | 'subjectParty'
  | 'subjectDepartmentId'
  | 'expectsReply'
  | 'routingHeld'
  | 'restricted'
  | 'upstreamSystem'
  | 'upstreamNumber'
  | 'upstreamDueAt'
  | 'previousTicketId'
  | 'callId'
  | 'visitId'
  | 'post'
  | 'attributes';

/** What is known of a ticket at its registration. */
export type Registration = Pick<Ticket, Given>;

/** The facts of a registration that history keeps for good; its text and citizen are covered by digests. */
export const keptForGood = [
  'number',
  'type',
  'urgency',
  'channel',
  'categoryCode',
  'areaCode',
  'citizenId',
  'anonymous',
  'confidential',
  'reachable',
  'stability',
  'peopleInvolved',
  'amountYuan',
  'subjectDepartmentId',
  'routingHeld',
  'restricted',
  'upstreamSystem',
  'upstreamNumber',
  'upstreamDueAt',
  'previousTicketId',
  'visitId',
] as const satisfies readonly Given[];

/** A request becomes a ticket: registered, or incomplete while one of the five elements is missing. Never refused for that. */
export function register(given: Registration, context: MoveContext): Moved {
  if (!isOneOf(context.actor, transitions.register.by)) throw new ActorRefused('register', context.actor.id);
  const missing = missingElements(given);
  const ticket = begun(given, missing, context.at);
  const data: Record<string, unknown> = Object.fromEntries(keptForGood.map((field) => [field, ticket[field]]));
  const line = {
    ticketId: ticket.id,
    seq: ticket.seq,
    at: context.at,
    actor: context.actor.id,
    name: 'register',
    from: null,
    to: ticket.state,
    data,
    text: null,
    event: transitions.register.emits,
  } as const;
  return { ticket, lines: [line] };
}

/**
 * A ticket on its first day by what its first line tells for good, over what its row keeps of what was given. Onto an
 * object that is whole already: see `begun`.
 */
export function begunAsTold(given: Registration, { data }: Pick<ToldLine, 'data'>, at: Date): Ticket {
  const ticket = begun(given, [], at);
  const told = ticket as unknown as Record<string, unknown>;
  for (const field of keptForGood) told[field] = data[field] ?? null;
  if (typeof told.upstreamDueAt === 'string') told.upstreamDueAt = new Date(told.upstreamDueAt);
  // A report from before reports were always protected is protected since (migration 38).
  told.confidential = isProtectedFromTheStart(ticket);
  return ticket;
}

/**
 * As it stood when it was registered. Only seeded lines say that a ticket is `imported`: what people import begins with a
 * line of its own (import-history.ts).
 */
export function registeredAsTold(given: Registration, line: Pick<ToldLine, 'at' | 'to' | 'data'>): Ticket {
  return Object.assign(begunAsTold(given, line, line.at), { state: line.to, imported: line.data.imported === true });
}

/**
 * A ticket on its first day. Field by field: one literal of this size is made a hundred times as fast as one that begins
 * with a spread.
 */
export const begun = (given: Registration, missing: Ticket['missing'], at: Date): Ticket => ({
  id: given.id,
  number: given.number,
  trackingCode: given.trackingCode,
  type: given.type,
  urgency: given.urgency,
  channel: given.channel,
  title: given.title,
  content: given.content,
  categoryCode: given.categoryCode,
  areaCode: given.areaCode,
  address: given.address,
  location: given.location,
  occurredAt: given.occurredAt,
  citizenId: given.citizenId,
  anonymous: given.anonymous,
  confidential: isProtectedFromTheStart(given),
  identityConsents: [],
  reachable: given.reachable,
  callbackNumberChanges: 0,
  stability: given.stability,
  peopleInvolved: given.peopleInvolved,
  amountYuan: given.amountYuan,
  subjectParty: given.subjectParty,
  subjectDepartmentId: given.subjectDepartmentId,
  expectsReply: given.expectsReply,
  routingHeld: given.routingHeld,
  restricted: given.restricted,
  upstreamSystem: given.upstreamSystem,
  upstreamNumber: given.upstreamNumber,
  upstreamDueAt: given.upstreamDueAt,
  previousTicketId: given.previousTicketId,
  callId: given.callId,
  visitId: given.visitId,
  issueId: null,
  post: given.post,
  attributes: given.attributes,
  imported: false,
  missing,
  ownDueAt: null,
  limitClass: null,
  version: 1,
  seq: 1,
  state: missing.length > 0 ? 'incomplete' : 'registered',
  stateSince: at,
  mergedIntoId: null,
  round: 0,
  leadId: null,
  leadDepartmentId: null,
  arbitrated: false,
  judgementDue: false,
  callbackAttempts: 0,
  callbackTriedAt: null,
  rating: null,
  excluded: false,
  firstApprovedBy: null,
  nudges: 0,
  urges: 0,
  registeredAt: at,
  dispatchedAt: null,
  handledAt: null,
  closedAt: null,
  closeReason: null,
  archivedAt: null,
  erasedAt: null,
  assignments: [],
});
