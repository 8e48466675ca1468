import type { Actor } from '#ticket/actor';
import type { Moved } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import type { Registration } from '#ticket/register';
import { citizenRow, type Contact } from './citizen';
import { chainStart } from './chain-link';
import { chain } from './history-chain';
import type { KeyRing } from './key-ring';
import { titled } from './nameless-title';
import { trackingCode } from './tracking-code';
import { uuidInMonthOf } from './uuid-v7';
import type { NewTicket } from './write-new-tickets';

/** A ticket as somebody brings it: who asks stands in `contact`, and is stored under its own key. */
export type Request = Omit<Registration, 'id' | 'number' | 'trackingCode' | 'citizenId' | 'reachable'> & {
  readonly contact: Contact;
};

/** What a ticket's first lines need, and every later one. */
export const moveContext = (
  ticketId: string,
  actor: Actor,
  at: Date,
  unitsOf: MoveContext['unitsOf'],
): MoveContext => ({ actor, at, newId: () => uuidInMonthOf(ticketId), pastClocks: new Set(), unitsOf });

/** Makes a ticket of a request: its citizen sealed, its first lines chained over what was said. Nothing is written yet. */
export function beginTicket(
  keys: KeyRing,
  { contact, ...given }: Request,
  named: { id: string; number: string },
  begin: (given: Registration) => Moved,
): NewTicket {
  const citizen = citizenRow(keys, contact);
  const added = {
    ...named,
    trackingCode: trackingCode(),
    citizenId: citizen?.id ?? null,
    reachable: contact.phone !== null,
  };
  const { ticket, lines } = begin(Object.assign(titled(given, contact), added));
  return { ticket, lines: chain(keys, chainStart, lines, { ...ticket, contact }), citizen };
}
