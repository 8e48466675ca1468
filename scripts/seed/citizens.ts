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

/** Draws one of as many invented citizens as `tickets` tickets want; each is sealed once. */
export function citizensOf(keys: KeyRing, tickets: number, seed: number): (random: Random) => SeedCitizen {
  const known = new Map<number, SeedCitizen>();
  const all = Math.ceil(tickets / ticketsEach);
  return (random) => {
    const index = random.below(all);
    let citizen = known.get(index);
    if (!citizen) {
      const contact = { ...invent(`seed ${seed} ${index}`, Random.for(seed, -index - 1)), address: null };
      known.set(index, (citizen = { contact, row: citizenRow(keys, contact) }));
    }
    return citizen;
  };
}
