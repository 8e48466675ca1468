/** How late this process hears of what another one has changed. */
const rememberedMs = 5_000;

/** What the database says, read again every few seconds. Whoever asks during a reading waits for it. */
export class Remembered<Value> {
  private reading: Promise<Value> | undefined;
  private readAt = -Infinity;

  constructor(private readonly read: () => Promise<Value>) {}

  value(): Promise<Value> {
    if (this.reading && performance.now() - this.readAt < rememberedMs) return this.reading;
    const reading = this.read();
    this.reading = reading;
    this.readAt = performance.now();
    // A failed reading is nobody's answer but theirs who waited for it.
    reading.catch(() => {
      if (this.reading === reading) this.forget();
    });
    return reading;
  }

  /** The next question reads the database; a reading under way may have missed the change. */
  forget(): void {
    this.reading = undefined;
  }
}
