import { phrasesOf, wordsOf } from '#platform/search-grams';
import type { Message } from './text-grams';

/** What the matter shares with a name. */
export interface Named {
  readonly key: string;
  /** 0 to 1: how much of the name, or of one of its parts, stands in the matter; what many names have counts less. */
  readonly share: number;
  /** The stretches of the name that stand in the matter. */
  readonly phrases: readonly string[];
}

/** Less than half of a name is no sign of it. */
const leastShare = 0.5;
const joints = /[与和及、，（）()/]/u;

/** The names of categories or departments as keywords: all there is to go by before anything was learnt. */
export class Keywords {
  private readonly names: readonly { key: string; parts: readonly string[] }[];
  private readonly having = new Map<string, number>();

  constructor(names: Iterable<{ readonly key: string; readonly name: string }>) {
    this.names = [...names].map(({ key, name }) => ({ key, parts: name.split(joints).flatMap(wordsOf) }));
    for (const { parts } of this.names)
      for (const pair of pairsOf(parts)) this.having.set(pair, (this.having.get(pair) ?? 0) + 1);
  }

  /** Names of which the matter has enough, those with most of them first. */
  of({ title, text }: Message): Named[] {
    const told = wordsOf(`${title}\n${text}`).join('\n');
    const held = phrasesOf(told, 2);
    const found = this.names.map(({ key, parts }) => {
      const share = Math.max(0, ...parts.map((part) => this.share(part, held)));
      return { key, share, phrases: parts.flatMap((part) => stretchesIn(part, told)) };
    });
    return found.filter(({ share }) => share >= leastShare).sort((left, right) => right.share - left.share);
  }

  private share(part: string, held: ReadonlySet<string>): number {
    let [all, found] = [0, 0];
    for (const pair of phrasesOf(part, 2)) {
      const weight = Math.log((1 + this.names.length) / (this.having.get(pair) ?? 1));
      all += weight;
      if (held.has(pair)) found += weight;
    }
    return all > 0 ? found / all : 0;
  }
}

const pairsOf = (parts: readonly string[]): Set<string> => new Set(parts.flatMap((part) => [...phrasesOf(part, 2)]));

/** The longest stretches of two characters or more, from the left. */
function stretchesIn(part: string, told: string): string[] {
  const stretches: string[] = [];
  for (let from = 0; from + 2 <= part.length; from += 1) {
    let end = from + 2;
    if (!told.includes(part.slice(from, end))) continue;
    while (end < part.length && told.includes(part.slice(from, end + 1))) end += 1;
    stretches.push(part.slice(from, end));
    from = end - 1;
  }
  return stretches;
}
