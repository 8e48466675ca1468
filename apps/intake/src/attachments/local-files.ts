import { createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { WrongSetting } from '#platform/settings';
import { MissingFile, type ByteRange, type FileStore, type StoredBytes } from './file-store';
import { newFileKey } from './file-key';

const [ownDirectory, ownFile] = [0o700, 0o600];

/** Attachments in a directory of this machine, or one that all replicas share. */
export class LocalFiles implements FileStore {
  private readonly directory: string;

  constructor(directory: string) {
    this.directory = resolve(directory);
  }

  async check(): Promise<void> {
    const probe = newFileKey();
    try {
      await this.write(probe, Readable.from([Buffer.from('probe')]));
      await this.remove(probe);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new WrongSetting(
        `setting ATTACHMENT_DIR=${this.directory} is wrong: it cannot be written (${code}); name a directory this process may write to`,
      );
    }
  }

  async write(key: string, content: Readable): Promise<void> {
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true, mode: ownDirectory });
    try {
      await pipeline(content, createWriteStream(path, { flags: 'wx', mode: ownFile, flush: true }));
      await syncDirectory(dirname(path));
    } catch (error) {
      await this.remove(key);
      throw error;
    }
  }

  async read(key: string, range?: ByteRange): Promise<StoredBytes> {
    const file = await open(this.pathOf(key)).catch((error: unknown) => {
      throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new MissingFile(key) : error;
    });
    const { size } = await file.stat();
    const { first, last } = range ?? { first: 0, last: size - 1 };
    return { content: file.createReadStream({ start: first, end: Math.max(last, 0) }), bytes: last - first + 1 };
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  /** 256 directories, so that none grows too large to be listed. */
  private pathOf(key: string): string {
    return join(this.directory, key.slice(0, 2), key);
  }
}

/** A new file's name is on the disk only when its directory is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path);
  await directory.sync().finally(() => directory.close());
}
