import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { S3Server } from '#testing/s3-server';
import { newFileKey } from './file-key';
import { MissingFile, type FileStore } from './file-store';
import { LocalFiles } from './local-files';
import { openFileStore } from './open-file-store';
import { S3Files } from './s3-files';

/** A store, and how many files lie in it. */
interface Opened {
  readonly store: FileStore;
  count(): Promise<number>;
  close(): Promise<void>;
}

async function localStore(): Promise<Opened> {
  const directory = await mkdtemp(join(tmpdir(), 'hotline-files-'));
  const count = async () =>
    (await readdir(directory, { recursive: true, withFileTypes: true })).filter((each) => each.isFile()).length;
  return { store: new LocalFiles(directory), count, close: () => rm(directory, { recursive: true }) };
}

async function s3Store(): Promise<Opened> {
  const server = await S3Server.start();
  return { store: new S3Files(server.settings()), count: () => server.count(), close: () => server.stop() };
}

/** Larger than a part of an upload to S3. */
const large = randomBytes(11 * 1_048_576 + 17);
const pieces = (content: Buffer) =>
  Readable.from(
    Array.from({ length: Math.ceil(content.length / 65_536) }, (_, n) =>
      content.subarray(n * 65_536, (n + 1) * 65_536),
    ),
    { objectMode: false },
  );

async function* breaksOff(content: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += 65_536) {
    await Promise.resolve();
    yield content.subarray(at, at + 65_536);
  }
  throw new Error('the line went dead');
}

describe.each([
  ['a directory', localStore],
  ['an S3-compatible server', s3Store],
])('attachments in %s', (_where, open) => {
  let opened: Opened;

  beforeAll(async () => (opened = await open()));
  afterAll(() => opened.close());

  const read = async (key: string, range?: { first: number; last: number }) => {
    const { content, bytes } = await opened.store.read(key, range);
    return { content: await buffer(content), bytes };
  };

  it('can be stored, which leaves nothing', async () => {
    await opened.store.check();
    expect(await opened.count()).toBe(0);
  });

  it.each([
    ['small', Buffer.from('路灯')],
    ['large', large],
  ])('come back as they were: %s ones', async (_size, content) => {
    const key = newFileKey();
    await opened.store.write(key, pieces(content));
    const found = await read(key);
    expect(found.bytes).toBe(content.length);
    expect(found.content.equals(content)).toBe(true);
    await opened.store.remove(key);
  });

  it('are read in parts, from the first to the last byte', async () => {
    const key = newFileKey();
    await opened.store.write(key, pieces(Buffer.from('0123456789')));
    const found = await read(key, { first: 3, last: 5 });
    expect([found.content.toString(), found.bytes]).toEqual(['345', 3]);
    await opened.store.remove(key);
  });

  it.each([
    ['before its first part is full', large.subarray(0, 300_000)],
    ['after some parts', large],
  ])('leave nothing when one breaks off %s', async (_when, content) => {
    const before = await opened.count();
    const key = newFileKey();
    const broken = Readable.from(breaksOff(content), { objectMode: false });
    await expect(opened.store.write(key, broken)).rejects.toThrow('the line went dead');
    await expect(opened.store.read(key)).rejects.toThrow(MissingFile);
    expect(await opened.count()).toBe(before);
  });

  it('are gone when they are removed, also twice', async () => {
    const key = newFileKey();
    await opened.store.write(key, pieces(Buffer.from('1')));
    await opened.store.remove(key);
    await opened.store.remove(key);
    await expect(opened.store.read(key)).rejects.toThrow(MissingFile);
  });
});

describe('a start that cannot store', () => {
  it('is refused when no store is named', async () => {
    await expect(openFileStore({ attachmentStore: undefined })).rejects.toThrow('setting ATTACHMENT_DIR is missing');
  });

  it('is refused when the directory cannot be one', async () => {
    const place = await mkdtemp(join(tmpdir(), 'hotline-files-'));
    const file = join(place, 'file');
    await writeFile(file, '');
    await chmod(file, 0o400);
    await expect(openFileStore({ attachmentStore: { directory: file } })).rejects.toThrow(
      `setting ATTACHMENT_DIR=${file} is wrong: it cannot be written (`,
    );
    await rm(place, { recursive: true });
  });

  describe('in S3', () => {
    let server: S3Server;
    beforeAll(async () => (server = await S3Server.start()));
    afterAll(() => server.stop());

    it.each([
      [
        'the bucket does not exist',
        { bucket: 'nobodys' },
        'setting S3_BUCKET=nobodys is wrong: there is no such bucket',
      ],
      [
        'nobody knows the key',
        { accessKeyId: 'STRANGER' },
        'setting S3_ACCESS_KEY_ID or S3_SECRET_ACCESS_KEY is wrong',
      ],
      ['nobody answers', { endpoint: 'http://127.0.0.1:9' }, 'it cannot be reached (ECONNREFUSED)'],
    ])('is refused in one line when %s', async (_why, wrong, told) => {
      const opening = openFileStore({ attachmentStore: { s3: { ...server.settings(), ...wrong } } });
      const message = await opening.then(
        () => 'it was opened',
        (error: unknown) => (error as Error).message,
      );
      expect(message).toContain(told);
      expect(message).not.toMatch(/\n|S3RVER/);
    });
  });
});
