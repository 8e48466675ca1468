import { bucketCount, eachTextGram, eachTitleGram, plainText, type Message } from './text-grams';

/** How often a message has each gram: of message i those from `starts[i]` to `starts[i + 1]`, the title's own first. */
export interface GramCounts {
  readonly starts: Int32Array;
  readonly buckets: Int32Array;
  readonly counts: Float32Array;
}

/** A title stands in its text's stead as well, and counts this often there. */
const titleTimes = 2;

/** Counts grams. Message by message it uses the same memory again, so that counting one costs what its length asks. */
export class GramCounter {
  private readonly counted = new Float32Array(bucketCount);
  private buckets = new Int32Array(1 << 12);
  private counts = new Float32Array(1 << 12);
  private used = 0;
  private begun = 0;

  /** Of all messages, in their order. */
  of(messages: readonly Message[]): GramCounts {
    const starts = new Int32Array(messages.length + 1);
    this.used = 0;
    messages.forEach((message, index) => {
      this.count(message);
      starts[index + 1] = this.used;
    });
    return { starts, buckets: this.buckets.slice(0, this.used), counts: this.counts.slice(0, this.used) };
  }

  private count(message: Message): void {
    this.begun = this.used;
    const title = plainText(message.title);
    eachTitleGram(title, (bucket) => this.add(bucket, 1));
    eachTextGram(title, (bucket) => this.add(bucket, titleTimes));
    eachTextGram(plainText(message.text), (bucket) => this.add(bucket, 1));
    for (let at = this.begun; at < this.used; at += 1) {
      const bucket = this.buckets[at] as number;
      this.counts[at] = this.counted[bucket] as number;
      this.counted[bucket] = 0;
    }
  }

  private add(bucket: number, times: number): void {
    const before = this.counted[bucket] as number;
    if (before === 0) {
      if (this.used === this.buckets.length) this.grow();
      this.buckets[this.used] = bucket;
      this.used += 1;
    }
    this.counted[bucket] = before + times;
  }

  private grow(): void {
    const size = this.buckets.length * 2;
    const [buckets, counts] = [new Int32Array(size), new Float32Array(size)];
    buckets.set(this.buckets);
    counts.set(this.counts);
    this.buckets = buckets;
    this.counts = counts;
  }
}
