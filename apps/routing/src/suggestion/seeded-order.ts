/** Shuffles so many first items in place, the same way whenever the same seed is given (mulberry32, Fisher–Yates). */
export class SeededOrder {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  shuffle(items: Int32Array, count = items.length): void {
    for (let at = count - 1; at > 0; at -= 1) {
      const other = this.below(at + 1);
      const moved = items[at] as number;
      items[at] = items[other] as number;
      items[other] = moved;
    }
  }

  private below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }
}
