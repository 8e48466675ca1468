import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import readExif, { type Exif } from 'exif-reader';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { Refusal, refusalAt } from '#platform/problems';
import { placeOf, type Place } from '#ticket/place';
import { cleanedKey, thumbnailKey } from './file-key';
import { FILE_STORE, type FileStore } from './file-store';

/** More is no photograph but a way to fill the memory. */
const maxPixels = 100_000_000;
const thumbnailSide = 360;
const shanghaiOffset = '+08:00';

/** What is known of a picture, in pixels as it is shown. */
export interface PictureFacts {
  readonly width: number;
  readonly height: number;
  /** As the camera noted it. */
  readonly takenAt: Date | null;
  readonly takenPlace: Place | null;
}

// Pictures follow one another, and none is asked for twice.
sharp.cache(false);
sharp.concurrency(1);

/** Pictures in the store, one at a time: each is decoded, which takes memory. */
@Injectable()
export class Pictures {
  private last: Promise<unknown> = Promise.resolve();

  constructor(@Inject(FILE_STORE) private readonly store: FileStore) {}

  /** Reads a picture, and puts a small one without what the camera noted beside it. @throws Refusal for what is none */
  examine(key: string): Promise<PictureFacts> {
    return this.inTurn(async () => {
      const picture = await this.open(key, false);
      const metadata = await picture.metadata().catch(refuseBroken);
      refuseBomb(metadata);
      const { data } = await small(picture).catch(refuseBroken);
      await this.store.write(thumbnailKey(key), Readable.from([data]));
      const { width, height } = metadata.autoOrient;
      return { width, height, ...notedBy(metadata) };
    });
  }

  /** Puts a picture beside it that is the same but for what the camera noted: where, when, and whose it is. */
  clean(key: string): Promise<void> {
    return this.inTurn(async () => {
      const picture = await this.open(key, true);
      const data = await picture.autoOrient().toBuffer().catch(refuseBroken);
      await this.store.remove(cleanedKey(key));
      await this.store.write(cleanedKey(key), Readable.from([data]));
    });
  }

  private async open(key: string, animated: boolean): Promise<Sharp> {
    const { content } = await this.store.read(key);
    const picture = sharp({ limitInputPixels: maxPixels, failOn: 'error', animated });
    await pipeline(content, picture);
    return picture;
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

const small = (picture: Sharp) =>
  picture
    .autoOrient()
    .resize(thumbnailSide, thumbnailSide, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 75 })
    .toBuffer({ resolveWithObject: true });

function refuseBomb({ width, height }: Metadata): void {
  if (width * height > maxPixels) throw new Refusal('too-large', '图片尺寸过大（超过一亿像素），请缩小后再上传');
}

function refuseBroken(error: unknown): never {
  if (/pixel limit/i.test((error as Error).message))
    throw new Refusal('too-large', '图片尺寸过大（超过一亿像素），请缩小后再上传');
  throw refusalAt('file', '图片已损坏，无法打开，请核对后再上传');
}

type Noted = Partial<Exif>;

/** What the camera noted; what is no EXIF says nothing. */
function notedBy({ exif }: Metadata): Pick<PictureFacts, 'takenAt' | 'takenPlace'> {
  try {
    const told: Noted = exif ? readExif(exif) : {};
    return { takenAt: takenAt(told), takenPlace: takenPlace(told) };
  } catch {
    return { takenAt: null, takenPlace: null };
  }
}

/** A camera that says no zone means the one here. */
function takenAt({ Photo }: Noted): Date | null {
  const local = Photo?.DateTimeOriginal?.toISOString().slice(0, 19);
  const at = local ? new Date(`${local}${Photo?.OffsetTimeOriginal ?? shanghaiOffset}`) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
}

function takenPlace({ GPSInfo: gps }: Noted): Place | null {
  const [lat, lng] = [degrees(gps?.GPSLatitude, gps?.GPSLatitudeRef), degrees(gps?.GPSLongitude, gps?.GPSLongitudeRef)];
  return lat === null || lng === null ? null : placeOf(lat, lng);
}

/** Degrees, minutes and seconds, with N, S, E or W, as degrees; as exact as a metre. */
function degrees(parts: readonly number[] | undefined, side: string | undefined): number | null {
  if (!parts || parts.length !== 3) return null;
  const [whole = 0, minutes = 0, seconds = 0] = parts;
  const size = whole + minutes / 60 + seconds / 3_600;
  return Math.round((/^[SW]/.test(side ?? '') ? -size : size) * 1e5) / 1e5;
}
