import { isGeneric, pairsOf } from './generic-phrases';

/** So much of the shorter of two answers stands in the other that one was copied; what is shorter still is all phrases. */
const [copiedShare, leastCopied] = [0.85, 40] as const;

export const inCommon = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((pair) => other.has(pair)).length;

/** By their pairs of characters. One may have another beginning, or leave out the end. */
export function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>, share: number = copiedShare): boolean {
  const [shorter, longer] = one.size <= other.size ? [one, other] : [other, one];
  return shorter.size >= leastCopied && inCommon(shorter, longer) >= share * shorter.size;
}

interface AlikeGroup {
  readonly pairs: ReadonlySet<string>;
  readonly members: number[];
}

/**
 * Texts of which each is alike to the first of its group, as their places in the list; whoever is alike to nobody is in no
 * group. Only texts that share a pair of their sketches are compared: copies do, and hundreds of others need not be read.
 */
export function alikeGroups(texts: readonly string[], share: number): number[][] {
  const groups: AlikeGroup[] = [];
  const bySketch = new Map<string, AlikeGroup[]>();
  for (const [place, text] of texts.entries()) {
    const pairs = new Set(pairsOf(text));
    const sketch = sketchOf(pairs);
    const near = new Set(sketch.flatMap((pair) => bySketch.get(pair) ?? []));
    const group = [...near].find((each) => isAlike(pairs, each.pairs, share));
    if (group) group.members.push(place);
    else begin({ pairs, members: [place] }, sketch);
  }
  return groups.flatMap(({ members }) => (members.length > 1 ? [members] : []));

  function begin(group: AlikeGroup, sketch: readonly string[]): void {
    groups.push(group);
    for (const pair of sketch) bySketch.set(pair, [...(bySketch.get(pair) ?? []), group]);
  }
}

const sketchPairs = 12;

/** Of the pairs that do not stand in any letter, those that come first in an order that has nothing to do with texts. */
function sketchOf(pairs: ReadonlySet<string>): string[] {
  const sketch: string[] = [];
  for (const pair of [...pairs].sort((left, right) => scattered(left) - scattered(right))) {
    if (sketch.length === sketchPairs) break;
    if (!isGeneric(pair)) sketch.push(pair);
  }
  return sketch;
}

const scattered = (pair: string): number =>
  Math.imul(pair.charCodeAt(0) * 65_536 + pair.charCodeAt(1), 0x9e3779b1) >>> 0;
