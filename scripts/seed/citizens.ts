import { citizenRow, type CitizenRow, type Contact } from '#store/citizen';
import type { KeyRing } from '#store/key-ring';
import { invent } from '../replay/citizen';
import { Random } from '../replay/random';

/** Somebody who asks, and the sealed row of them. */
export interface SeedCitizen {
  readonly contact: Contact;
  readonly row: CitizenRow | null;
}

/** Of every three tickets, about two are by somebody who has asked before. */
const ticketsEach = 3;

/** As many invented citizens as `tickets` tickets want. */
export function inventCitizens(keys: KeyRing, tickets: number, seed: number): SeedCitizen[] {
  return Array.from({ length: Math.ceil(tickets / ticketsEach) }, (_, index) => {
    const contact = { ...invent(`seed ${seed} ${index}`, Random.for(seed, -index - 1)), address: null };
    return { contact, row: citizenRow(keys, contact) };
  });
}
