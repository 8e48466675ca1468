/** A small seeded generator (mulberry32): the same seed gives the same choices on every machine. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A generator of its own for the `index`-th thing, so that its choices do not depend on who asks first. */
  static for(seed: number, index: number): Random {
    const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
    random.next();
    return random;
  }

  /** At least 0, less than 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number of at least 0, less than `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** @throws Error when there is nothing to pick from. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** Shuffles so many first items in place (Fisher–Yates). */
  shuffle(items: Int32Array, count = items.length): void {
    for (let at = count - 1; at > 0; at -= 1) {
      const other = this.below(at + 1);
      const moved = items[at] as number;
      items[at] = items[other] as number;
      items[other] = moved;
    }
  }

  /** One of the names, each as likely as its share. */
  weighted<Name extends string>(shares: Readonly<Record<Name, number>>): Name {
    const names = Object.keys(shares) as Name[];
    const total = names.reduce((sum, name) => sum + shares[name], 0);
    let left = this.next() * total;
    return names.find((name) => (left -= shares[name]) < 0) ?? this.pick(names);
  }
}
