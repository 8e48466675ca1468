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
    const characters = [...run];
    characters.forEach((character, index) => {
      grams.add(gram(character, ''));
      const next = characters[index + 1];
      if (next) grams.add(gram(character, next));
    });
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
export function phrasesOf(text: string, length: number): Set<string> {
  const phrases = new Set<string>();
  for (const run of wordsOf(text)) {
    const characters = [...run];
    for (let from = 0; from + length <= characters.length; from += 1)
      phrases.add(characters.slice(from, from + length).join(''));
  }
  return phrases;
}

const gram = (first: string, second: string): number => hashOf(`${first}${second}`);

/** 32 bits of FNV-1a, as PostgreSQL's signed integer. */
export function hashOf(phrase: string): number {
  let hash = 0x811c9dc5;
  for (const unit of phrase) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}
