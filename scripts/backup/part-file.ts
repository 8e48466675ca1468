import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { BackupRefused } from '#store/backup/backup-refused';
import { countLines } from './count-lines';
import type { Part } from './manifest';
import { Measure } from './measure';

/** Only its owner reads a backup. */
const ownFile = 0o600;
/** The quickest: rows of text shrink to a fifth of their size at any level. */
const level = 1;

type Tell = (lines: number) => void;

/** Writes lines as a part of the backup in `directory`, compressed, and on the disk when it returns. */
export async function writePart(directory: string, file: string, lines: Readable, tell: Tell): Promise<Part> {
  const measure = new Measure();
  let rows = 0;
  const counted = (chunks: AsyncIterable<Buffer>) =>
    countLines(chunks, (more) => {
      rows += more;
      tell(more);
    });
  const target = createWriteStream(join(directory, file), { flags: 'wx', mode: ownFile, flush: true });
  await pipeline(lines, counted, createGzip({ level }), measure.pass, target);
  return { file, rows, bytes: measure.bytes, sha256: measure.sha256 };
}

/** Sends a part's lines on. @throws BackupRefused when they are not those that were written */
export async function readPart(directory: string, part: Part, to: Writable, tell: Tell): Promise<void> {
  const measure = new Measure();
  const counted = (chunks: AsyncIterable<Buffer>) => countLines(chunks, tell);
  await pipeline(createReadStream(join(directory, part.file)), measure.pass, createGunzip(), counted, to);
  refuseOther(part, measure);
}

/** Reads a file of the backup as it lies there. @throws BackupRefused when it is not the one that was written */
export async function verifyFile(directory: string, expected: Omit<Part, 'rows'>): Promise<void> {
  const path = join(directory, expected.file);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw broken(expected, 'is missing');
  if (found.size !== expected.bytes) throw broken(expected, `has ${found.size} bytes instead of ${expected.bytes}`);
  const measure = new Measure();
  await pipeline(createReadStream(path), measure.pass, async (chunks) => {
    for await (const _ of chunks);
  });
  refuseOther(expected, measure);
}

function refuseOther(expected: Omit<Part, 'rows'>, { sha256 }: Measure): void {
  if (sha256 !== expected.sha256) throw broken(expected, 'was changed after it was written');
}

const broken = ({ file }: { file: string }, fault: string): BackupRefused =>
  new BackupRefused(
    `${file} ${fault}: this backup is damaged. Nothing was restored: copy it anew, or take another one.`,
  );
