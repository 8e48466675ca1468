import { citizenRow, type CitizenRow, type Contact } from '#store/citizen';
import type { KeyRing } from '#store/key-ring';
import { invent } from '../replay/citizen';
import { Random } from '#platform/random';

/** Somebody who asks. The sealed row comes with their first ticket, and is not written again with the next. */
export interface SeedCitizen {
  readonly id: string | null;
  readonly contact: Contact;
  readonly row: CitizenRow | null;
}

/** Invented citizens by their index; each is sealed once. */
export function citizensOf(keys: KeyRing, seed: number): (index: number) => SeedCitizen {
  const known = new Map<number, SeedCitizen>();
  return (index) => {
    const citizen = known.get(index);
    if (citizen) return citizen;
    const contact = { ...invent(`seed ${seed} ${index}`, Random.for(seed, -index - 1)), address: null };
    const row = citizenRow(keys, contact);
    const id = row?.id ?? null;
    known.set(index, { id, contact, row: null });
    return { id, contact, row };
  };
}
