import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { Logger } from '@nestjs/common';
import { Refusal } from '#platform/problems';
import type { S3Settings } from '#platform/s3-settings';
import { WrongSetting } from '#platform/settings';
import { MissingFile, type ByteRange, type FileStore, type StoredBytes } from './file-store';
import { newFileKey } from './file-key';

/** What is held of a file on its way to the store, in bytes: the least that stores take as a part. */
const partSize = 5 * 1_048_576;
const [connectMs, silenceMs] = [5_000, 60_000];

/** Attachments in an S3-compatible store. */
export class S3Files implements FileStore {
  private readonly client: S3Client;

  constructor(private readonly settings: S3Settings) {
    const { endpoint, region, accessKeyId, secretAccessKey } = settings;
    this.client = new S3Client({
      endpoint,
      region,
      credentials: { accessKeyId, secretAccessKey },
      forcePathStyle: true,
      // Not every store knows the newer checksums; ours is the SHA-256 in the history.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: connectMs, socketTimeout: silenceMs },
    });
  }

  async check(): Promise<void> {
    const probe = newFileKey();
    try {
      await this.client.send(new HeadBucketCommand({ Bucket: this.settings.bucket }));
      await this.write(probe, Readable.from([Buffer.from('probe')]));
      await this.remove(probe);
    } catch (error) {
      throw new WrongSetting(this.faultOf(error as S3Failure));
    }
  }

  async write(key: string, content: Readable): Promise<void> {
    const params = { Bucket: this.settings.bucket, Key: key, Body: content };
    const upload = new Upload({ client: this.client, params, partSize, queueSize: 1, leavePartsOnError: false });
    try {
      await upload.done();
    } catch (error) {
      // What broke off says why better than the store that was to forget its parts.
      throw content.errored ?? awayOr(error);
    } finally {
      content.destroy();
    }
  }

  async read(key: string, range?: ByteRange): Promise<StoredBytes> {
    const Range = range && `bytes=${range.first}-${range.last}`;
    const command = new GetObjectCommand({ Bucket: this.settings.bucket, Key: key, Range });
    const { Body, ContentLength } = await this.client.send(command).catch((error: unknown) => {
      throw error instanceof NoSuchKey ? new MissingFile(key) : awayOr(error);
    });
    return { content: Body as Readable, bytes: ContentLength ?? 0 };
  }

  async remove(key: string): Promise<void> {
    const command = new DeleteObjectCommand({ Bucket: this.settings.bucket, Key: key });
    await this.client.send(command).catch((error: unknown) => {
      throw awayOr(error);
    });
  }

  /** What to do about it; the credentials themselves are told nobody. */
  private faultOf({ name, message, $metadata }: S3Failure): string {
    const { bucket, endpoint } = this.settings;
    const status = $metadata?.httpStatusCode;
    if (status === 404)
      return `setting S3_BUCKET=${bucket} is wrong: there is no such bucket at ${endpoint}; make it first`;
    if (status === 403)
      return `setting S3_ACCESS_KEY_ID or S3_SECRET_ACCESS_KEY is wrong: ${endpoint} does not let it write to the bucket ${bucket}`;
    const answer = status
      ? `it answered ${status} ${name}`
      : `it cannot be reached (${/\bE[A-Z]{4,}\b/.exec(message)?.[0] ?? name})`;
    return `setting S3_ENDPOINT=${endpoint} is wrong: ${answer}`;
  }
}

/** A store that does not answer, or says that it cannot, may well do so later. */
function awayOr(error: unknown): unknown {
  const { message, $metadata } = error as S3Failure;
  if (($metadata?.httpStatusCode ?? 500) < 500) return error;
  new Logger('attachments').error(message);
  return new Refusal('unavailable', '附件存储暂时不可用，请稍后再试');
}

interface S3Failure {
  readonly name: string;
  readonly message: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}
