import { createHash } from 'node:crypto';

/** What passes is hashed and counted; nothing of it is held. */
export class Measure {
  private readonly hash = createHash('sha256');
  private digest: string | undefined;
  bytes = 0;

  readonly pass = async function* (this: Measure, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.bytes += chunk.length;
      this.hash.update(chunk);
      yield chunk;
    }
  }.bind(this);

  /** In hexadecimal, once everything has passed. */
  get sha256(): string {
    return (this.digest ??= this.hash.digest('hex'));
  }
}
