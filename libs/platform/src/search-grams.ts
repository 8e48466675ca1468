/** What is searched: letters, digits and Chinese characters; everything else only separates. */
const runs = /[\p{L}\p{N}]+/gu;

/** Full-width and upper-case forms are found by their plain ones. */
export const normalised = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * The pairs of neighbouring characters of a text as numbers: an index that finds Chinese words of two characters,
 * which trigrams do not. Single characters stand for themselves, so that one-character words are found too.
 */
export function gramsOf(text: string): number[] {
  const grams = new Set<number>();
  for (const [run] of normalised(text).matchAll(runs)) {
    let before: number | undefined;
    for (const character of run) {
      // Every ticket is read so: a pair's hash goes on from that of its first character, and no text is put together.
      if (before !== undefined) grams.add(hashedOn(before, character) | 0);
      before = hashedOn(hashStart, character);
      grams.add(before | 0);
    }
  }
  return [...grams];
}

/** The grams that a text must have to contain this query: pairs where there are any, or the one character. */
export function gramsOfQuery(query: string): number[] {
  const grams = new Set<number>();
  for (const [run] of normalised(query).matchAll(runs)) {
    const characters = [...run];
    if (characters.length === 1) grams.add(gram(characters[0] ?? '', ''));
    for (const [index, character] of characters.slice(0, -1).entries())
      grams.add(gram(character, characters[index + 1] ?? ''));
  }
  return [...grams];
}

/** The runs themselves, which a found text is checked for: the index may err, the answer must not. */
export const wordsOf = (query: string): string[] => [...normalised(query).matchAll(runs)].map(([run]) => run);

/** Every `length` neighbouring characters of a text, each once, in the order in which they first come. */
export const phrasesOf = (text: string, length: number): Set<string> => new Set(phrasesIn(text, length));

/** The same one by one, as often as they come, for who needs the first ones only. */
export function* phrasesIn(text: string, length: number): Iterable<string> {
  for (const [run] of normalised(text).matchAll(runs)) {
    const characters = [...run];
    for (let from = 0; from + length <= characters.length; from += 1)
      yield characters.slice(from, from + length).join('');
  }
}

const gram = (first: string, second: string): number => hashOf(`${first}${second}`);

/** 32 bits of FNV-1a, as PostgreSQL's signed integer. */
export function hashOf(phrase: string): number {
  let hash = hashStart;
  for (const character of phrase) hash = hashedOn(hash, character);
  return hash | 0;
}

const hashStart = 0x811c9dc5;
const hashedOn = (hash: number, character: string): number =>
  Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
