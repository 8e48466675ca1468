import { phrasesOf, wordsOf } from '../search-grams';
import type { Matter } from './terms';

/** A text as it is compared: its pairs of neighbouring characters, those of the title twice. */
export interface Words {
  readonly pairs: ReadonlyMap<string, number>;
  readonly length: number;
}

/** Of a long text the beginning is compared: what follows tells the same again, or something else. Characters. */
export const comparedCharacters = 1_000;
const titleWeight = 2;

export function comparable({ title, content }: Pick<Matter, 'title' | 'content'>): Words {
  const pairs = new Map<string, number>();
  for (const pair of phrasesOf(content.slice(0, comparedCharacters), 2)) pairs.set(pair, 1);
  for (const pair of phrasesOf(title, 2)) pairs.set(pair, titleWeight);
  const squares = [...pairs.values()].reduce((sum, weight) => sum + weight * weight, 0);
  return { pairs, length: Math.sqrt(squares) };
}

/** The cosine of both: 0 when no two neighbouring characters are the same, 1 when all are. */
export function likeness(one: Words, other: Words): number {
  if (one.length === 0 || other.length === 0) return 0;
  const [fewer, more] = one.pairs.size < other.pairs.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [pair, weight] of fewer.pairs) shared += weight * (more.pairs.get(pair) ?? 0);
  return shared / (one.length * other.length);
}

const [shownWords, leastCharacters, mostCharacters] = [3, 3, 12];

/** The longest pieces that stand in both texts, as the first one has them. */
export function sharedWords(one: string, other: string): string[] {
  const known = phrasesOf(other, leastCharacters);
  const found = new Set<string>();
  for (const run of wordsOf(one)) for (const piece of piecesIn(run, known)) found.add(piece);
  return [...found].sort((left, right) => right.length - left.length).slice(0, shownWords);
}

function* piecesIn(run: string, known: ReadonlySet<string>): Iterable<string> {
  const characters = [...run];
  const holds = (from: number) => known.has(characters.slice(from, from + leastCharacters).join(''));
  for (let from = 0; from < characters.length; from += 1) {
    if (!holds(from)) continue;
    const first = from;
    while (holds(from + 1)) from += 1;
    yield characters.slice(first, Math.min(from + leastCharacters, first + mostCharacters)).join('');
  }
}
