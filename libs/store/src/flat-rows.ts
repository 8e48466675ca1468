/** Millions of rows of one length, one behind the other: as objects they would take several times the memory. */
export class FlatRows {
  private bytes = Buffer.alloc(0);

  constructor(private readonly length: number) {}

  /** The row itself, not a copy. */
  at(place: number): Buffer {
    return this.bytes.subarray(place * this.length, (place + 1) * this.length);
  }

  put(place: number, row: Buffer): void {
    const needed = (place + 1) * this.length;
    if (needed > this.bytes.length) this.grow(needed);
    row.copy(this.bytes, place * this.length);
  }

  private grow(needed: number): void {
    const larger = Buffer.alloc(Math.max(needed, 2 * this.bytes.length, 64 * this.length));
    this.bytes.copy(larger);
    this.bytes = larger;
  }
}
