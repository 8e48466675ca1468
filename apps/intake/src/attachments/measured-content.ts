import { createHash } from 'node:crypto';
import { mediaTypeRow, type MediaType } from '#ticket/media-type';
import type { IncomingFile } from '#http-api/upload';
import { Refusal, refusalAt } from '#platform/problems';
import { detectType, headBytes } from './detect-type';

const megabyte = 1_048_576;

/** What is taken of the files of some: not everybody may send everything. */
export interface TakenFiles {
  readonly maxMegabytes: number;
  readonly onlyPictures: boolean;
}

/** A file on its way into the store: hashed, counted and recognised as it passes; only its head is held. */
export class MeasuredContent {
  private readonly hash = createHash('sha256');
  private head = Buffer.alloc(0);
  private type: MediaType | undefined;
  bytes = 0;

  constructor(
    private readonly file: IncomingFile,
    private readonly taken: TakenFiles,
  ) {}

  /** @throws Refusal as soon as it is known to be too large, or nothing that is taken */
  async *pass(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.file.content) {
      this.bytes += chunk.length;
      if (this.bytes > this.taken.maxMegabytes * megabyte)
        throw new Refusal('too-large', `文件超过 ${this.taken.maxMegabytes} MB，请压缩后再上传`);
      this.hash.update(chunk);
      await this.recognise(chunk);
      yield chunk;
    }
    if (!this.type) await this.detect();
  }

  /** Once it has passed. */
  get found(): { sha256: string; bytes: number; mediaType: MediaType } {
    if (!this.type) throw new Error('the file has not passed');
    return { sha256: this.hash.digest('hex'), bytes: this.bytes, mediaType: this.type };
  }

  private async recognise(chunk: Uint8Array): Promise<void> {
    if (this.type) return;
    this.head = Buffer.concat([this.head, chunk]);
    if (this.head.length >= headBytes) await this.detect();
  }

  private async detect(): Promise<void> {
    this.type = await detectType(this.head, this.file.name);
    const isPicture = mediaTypeRow(this.type).shownAs === 'picture';
    if (this.taken.onlyPictures && !isPicture) throw refusalAt('file', '这里只能上传图片（JPG、PNG、WebP 或 GIF）');
  }
}
