import type { Actor } from '#ticket/actor';
import { blankRegistration } from '#ticket/blank-registration';
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
  const known = { id, trackingCode: trackingCode(), occurredAt: at, reachable: true, expectsReply: true };
  const begun = Object.assign({}, blankRegistration, known, given);
  return register(
    begun,
    moveContext(id, actor, at, (unit) => [unit]),
  );
}
