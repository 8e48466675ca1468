import type { Actor } from '#ticket/actor';
import type { Moved } from '#ticket/move';
import { register, type Registration } from '#ticket/register';
import { moveContext } from '#store/begin-ticket';
import { trackingCode } from '#store/tracking-code';
import { uuidV7 } from '#store/uuid-v7';

/** What is said of every invented ticket; the rest stays open unless somebody says it. */
type Given = Pick<
  Registration,
  'number' | 'type' | 'channel' | 'title' | 'content' | 'categoryCode' | 'areaCode' | 'citizenId' | 'confidential'
> &
  Partial<Registration>;

/** Registers an invented ticket at a past instant, by the rules. */
export function registerPast(given: Given, actor: Actor, at: Date): Moved {
  const id = uuidV7(at);
  const begun = Object.assign({}, blank, { id, trackingCode: trackingCode(), occurredAt: at }, given);
  return register(
    begun,
    moveContext(id, actor, at, (unit) => [unit]),
  );
}

const blank = {
  urgency: 'normal',
  address: null,
  location: null,
  anonymous: false,
  reachable: true,
  stability: false,
  peopleInvolved: null,
  amountYuan: null,
  subjectParty: null,
  subjectDepartmentId: null,
  expectsReply: true,
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
} as const;
