import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { keysOf } from '#intake/attachments/file-key';
import { MissingFile, type FileStore } from '#intake/attachments/file-store';
import { beforeEveryId, pagesAfter } from '#store/pages-after';
import type { Sql } from '#store/sql';
import type { Manifest, Part } from './manifest';
import { Measure } from './measure';
import { writePart } from './part-file';

const listFile = 'attachments.jsonl.gz';
const [ownDirectory, ownFile] = [0o700, 0o600];
const pageSize = 500;

const page = `
SELECT ticket_id AS "ticketId", id, key FROM ticket.attachment WHERE key IS NOT NULL AND (ticket_id, id) > ($1, $2)
ORDER BY ticket_id, id LIMIT ${pageSize}`;

/** A file of the store as the list of the backup names it. */
const listed = z.object({
  key: z.string().regex(/^[0-9a-f]{40}(\.[a-z]+)?$/),
  bytes: z.int(),
  sha256: z.string(),
});
export type ListedFile = z.output<typeof listed>;

/** Where a file of the store lies within the backup. */
export const attachmentPath = (key: string): string => join('attachments', key.slice(0, 2), key);

interface Copied {
  readonly list: Part;
  readonly totalBytes: number;
  /** Attachments that were not in the store any more. */
  readonly missing: number;
}

/** Copies the files of all attachments that `sql` sees, one after the other, and writes the list of them. */
export async function copyAttachments(
  { sql, store, directory }: { sql: Sql; store: FileStore; directory: string },
  tell: (files: number) => void,
): Promise<Copied> {
  let [totalBytes, missing] = [0, 0];
  const lines = async function* () {
    for await (const key of attachmentKeys(sql)) {
      for (const each of keysOf(key)) {
        const file = await copyFile(store, each, directory);
        if (file) yield Buffer.from(`${JSON.stringify(file)}\n`);
        if (!file && each === key) missing += 1;
        totalBytes += file?.bytes ?? 0;
      }
      tell(1);
    }
  };
  const list = await writePart(directory, listFile, Readable.from(lines()), () => undefined);
  return { list, totalBytes, missing };
}

async function* attachmentKeys(sql: Sql): AsyncGenerator<string> {
  const pages = pagesAfter<{ ticketId: string; id: string; key: string }, [string, string]>(
    [beforeEveryId, beforeEveryId],
    (last) => sql.query(page, last),
    ({ ticketId, id }) => [ticketId, id],
  );
  for await (const rows of pages) for (const { key } of rows) yield key;
}

/** Null when it is not there: not every file has a small picture, and one may have been erased meanwhile. */
async function copyFile(store: FileStore, key: string, directory: string): Promise<ListedFile | null> {
  const stored = await store.read(key).catch((error: unknown) => {
    if (error instanceof MissingFile) return null;
    throw error;
  });
  if (!stored) return null;
  const path = join(directory, attachmentPath(key));
  await mkdir(dirname(path), { recursive: true, mode: ownDirectory });
  const measure = new Measure();
  await pipeline(stored.content, measure.pass, createWriteStream(path, { flags: 'wx', mode: ownFile, flush: true }));
  return { key, bytes: measure.bytes, sha256: measure.sha256 };
}

/** The files that the backup's list names; none when it was made without them. */
export async function* listedFiles(directory: string, { attachments }: Manifest): AsyncGenerator<ListedFile> {
  if (!attachments) return;
  const file = createReadStream(join(directory, attachments.list.file));
  await once(file, 'open');
  for await (const line of createInterface({ input: file.pipe(createGunzip()) })) yield listed.parse(JSON.parse(line));
}
