import type { Random } from '#platform/random';

/** Draws places of a list, each as often as its weight says. */
export function drawing(weights: readonly number[]): (random: Random) => number {
  let sum = 0;
  const upTo = weights.map((weight) => (sum += weight));
  return (random) => {
    const drawn = random.next() * sum;
    return upTo.findIndex((end) => drawn < end);
  };
}

/**
 * So many of these, none twice, each the likelier the more it weighs (Efraimidis and Spirakis 2006); what weighs nothing
 * is never among them.
 * @throws RangeError when fewer weigh anything
 */
export function sampleByWeight<Item>(
  items: readonly Item[],
  count: number,
  weightOf: (item: Item) => number,
  random: Random,
): Item[] {
  const keyed = items.flatMap((item) => {
    const weight = weightOf(item);
    return weight > 0 ? [{ item, key: Math.log(1 - random.next()) / weight }] : [];
  });
  if (keyed.length < count) throw new RangeError(`only ${keyed.length} of ${items.length} may be drawn, not ${count}`);
  keyed.sort((left, right) => right.key - left.key);
  return keyed.slice(0, count).map(({ item }) => item);
}
