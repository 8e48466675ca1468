import { hashOf, phrasesIn } from '../search-grams';

export interface Matter {
  readonly title: string;
  readonly content: string;
  readonly address: string | null;
}

/** Characters of a term: those of two also stand in texts about anything; those of four miss too much that is put differently. */
const length = 3;

/** What is kept of a ticket, and what is asked for: measured in docs/adr/0030-look-alikes.md. */
export const [keptTerms, askedTerms] = [32, 64] as const;

/** The first `most` terms of a matter as numbers: its title says most in least, its place next, then how it is told. */
export function termsOf({ title, content, address }: Matter, most: number): number[] {
  const terms = new Set<number>();
  for (const phrase of phrasesIn(`${title}\n${address ?? ''}\n${content}`, length)) {
    if (terms.size === most) break;
    terms.add(hashOf(phrase));
  }
  return [...terms];
}
