import { createHash } from 'node:crypto';
import type { MediaType } from '#ticket/media-type';
import type { IncomingFile } from '#http-api/upload';
import { Refusal } from '#platform/problems';
import { detectType, headBytes } from './detect-type';

const megabyte = 1_048_576;

/** A file on its way into the store: hashed, counted and recognised as it passes; only its head is held. */
export class MeasuredContent {
  private readonly hash = createHash('sha256');
  private head = Buffer.alloc(0);
  private type: MediaType | undefined;
  bytes = 0;

  constructor(
    private readonly file: IncomingFile,
    private readonly maxMegabytes: number,
  ) {}

  /** @throws Refusal as soon as it is known to be too large, or nothing that is taken */
  async *pass(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.file.content) {
      this.bytes += chunk.length;
      if (this.bytes > this.maxMegabytes * megabyte)
        throw new Refusal('too-large', `文件超过 ${this.maxMegabytes} MB，请压缩后再上传`);
      this.hash.update(chunk);
      await this.recognise(chunk);
      yield chunk;
    }
    this.type ??= await detectType(this.head, this.file.name);
  }

  /** Once it has passed. */
  get found(): { sha256: string; bytes: number; mediaType: MediaType } {
    if (!this.type) throw new Error('the file has not passed');
    return { sha256: this.hash.digest('hex'), bytes: this.bytes, mediaType: this.type };
  }

  private async recognise(chunk: Uint8Array): Promise<void> {
    if (this.type) return;
    this.head = Buffer.concat([this.head, chunk]);
    if (this.head.length >= headBytes) this.type = await detectType(this.head, this.file.name);
  }
}
