import { Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { mediaTypeRow, type MediaType } from '#ticket/media-type';
import type { IncomingFile } from '#http-api/upload';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { noteLooseFile, removeLooseFile } from '#store/loose-files';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { messageOf } from '#store/told-error';
import { fileNameOf } from './file-name';
import { keysOf, newFileKey } from './file-key';
import { FILE_STORE, type FileStore } from './file-store';
import { MeasuredContent, type TakenFiles } from './measured-content';
import { Pictures, type PictureFacts } from './pictures';

/** A file that lies in the store, and is nobody's yet. */
export interface ReceivedFile {
  readonly key: string;
  readonly name: string;
  readonly mediaType: MediaType;
  readonly bytes: number;
  readonly sha256: string;
  readonly picture: PictureFacts | null;
}

/** Takes files into the store, and gives up what becomes no attachment. */
@Injectable()
export class FileReception {
  private readonly log = new Logger(FileReception.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly pictures: Pictures,
    @Inject(FILE_STORE) private readonly store: FileStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws Refusal for what is too large or not taken, with nothing left of it */
  async take(file: IncomingFile, taken: Partial<TakenFiles> = {}): Promise<ReceivedFile> {
    const key = newFileKey();
    await noteLooseFile(this.database.sql, key, this.clock.now());
    try {
      const measured = new MeasuredContent(file, {
        maxMegabytes: this.settings.attachmentMaxMb,
        onlyPictures: false,
        ...taken,
      });
      await this.store.write(key, Readable.from(measured.pass(), { objectMode: false }));
      const { found } = measured;
      const isPicture = mediaTypeRow(found.mediaType).shownAs === 'picture';
      const picture = isPicture ? await this.pictures.examine(key) : null;
      return { key, name: fileNameOf(file.name, found.mediaType), ...found, picture };
    } catch (error) {
      await this.giveUp(key);
      throw error;
    }
  }

  /** Removes what was taken, unless it became an attachment. What cannot be removed now goes with the next sweep. */
  async giveUp(key: string): Promise<void> {
    await this.remove(key).catch((error: unknown) => this.log.warn(`file not removed: ${messageOf(error)}`));
  }

  /** @throws when it cannot be removed now */
  remove(key: string): Promise<void> {
    return removeLooseFile(this.database, key, async () => {
      for (const each of keysOf(key)) await this.store.remove(each);
    });
  }
}
