import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { MissingFile, type FileStore } from '#intake/attachments/file-store';
import { BackupRefused } from '#store/backup/backup-refused';
import { attachmentPath, listedFiles, type ListedFile } from '../backup/attachments';
import type { Manifest } from '../backup/manifest';
import { ProgressBar } from '../replay/progress-bar';

/** The files of attachments on their way from a backup into the store. What lies there already, and is the same, stays. */
export class RestoredFiles {
  /** One byte for each file of the list: 1 for those that we wrote. */
  private readonly ours: Uint8Array;

  constructor(
    private readonly directory: string,
    private readonly manifest: Manifest,
    private readonly store: FileStore,
  ) {
    this.ours = new Uint8Array(manifest.attachments?.list.rows ?? 0);
  }

  /** @throws BackupRefused when another file lies in the place of one */
  async write(): Promise<void> {
    const bar = new ProgressBar('Attachments', this.ours.length);
    try {
      let index = 0;
      for await (const file of listedFiles(this.directory, this.manifest)) {
        if (!(await this.lies(file))) {
          this.ours[index] = 1;
          await this.store.write(file.key, createReadStream(join(this.directory, attachmentPath(file.key))));
        }
        index += 1;
        bar.advance();
      }
    } finally {
      bar.end();
    }
  }

  /** Takes back what was written: the database that would name them has not come to be. */
  async takeBack(): Promise<void> {
    let index = 0;
    for await (const { key } of listedFiles(this.directory, this.manifest)) {
      if (this.ours[index] === 1) await this.store.remove(key);
      index += 1;
    }
  }

  private async lies({ key, sha256 }: ListedFile): Promise<boolean> {
    const stored = await this.store.read(key).catch((error: unknown) => {
      if (error instanceof MissingFile) return null;
      throw error;
    });
    if (!stored) return false;
    const hash = createHash('sha256');
    await pipeline(stored.content, hash);
    if (hash.digest('hex') === sha256) return true;
    throw new BackupRefused(
      `The store of attachments holds another file in the place of ${key}: name an empty store (ATTACHMENT_DIR). Nothing was restored.`,
    );
  }
}
