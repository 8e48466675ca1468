import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BackupRefused } from '#store/backup/backup-refused';
import { knownMigrations } from '#store/backup/house-migrations';
import { writeWhole } from '#platform/write-whole';

/** Counts changes to what a backup consists of. */
const format = 1;
const ownFile = 0o600;
const [manifestFile, sumFile] = ['manifest.json', 'manifest.json.sha256'];

const tableName = z.string().regex(/^[a-z_]+\.[a-z0-9_]+$/);
const columnName = z.string().regex(/^[a-z0-9_]+$|^"[a-z0-9_]+"$/);
const edge = `(?:MINVALUE|MAXVALUE|'[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}')`;
const bounds = z.string().regex(new RegExp(`^FOR VALUES FROM \\(${edge}\\) TO \\(${edge}\\)$`));
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();

/** A file of lines, compressed by gzip. `bytes` and `sha256` are those of the file. */
const part = z.object({ file: z.string().regex(/^[a-z0-9_.]+$/), rows: count, bytes: count, sha256 });

/** What must be found again after a restore. */
const standing = z.object({
  tickets: count,
  openTickets: count,
  runningClocks: count,
  /** Open tickets, praise aside, whose first clock was still to come at that instant. */
  unwatched: count,
  /** Events that no service had been told of. */
  undelivered: count,
});

const manifest = z.object({
  format: z.literal(format),
  /** Of the hotline. */
  version: z.string(),
  takenAt: z.iso.datetime(),
  postgresql: z.string(),
  migrations: z.array(z.string()).min(1),
  /** Which master keys open it; they tell nothing of the keys. */
  masterKeyIds: z.array(z.string()),
  standing,
  partitions: z.array(z.object({ name: tableName, parent: tableName, bounds })),
  sequences: z.array(z.object({ name: tableName, lastValue: z.string().regex(/^\d+$/), isCalled: z.boolean() })),
  tables: z.array(part.extend({ name: tableName, columns: z.array(columnName).min(1) })),
  /** The list of files, one JSON line each, and how many bytes they have together; null when they were not asked for. */
  attachments: z.object({ list: part, totalBytes: count }).nullable(),
});

export type Part = z.output<typeof part>;
export type Standing = z.output<typeof standing>;
export type Manifest = z.output<typeof manifest>;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The last file that is written: a directory without it is no backup. */
export async function writeManifest(directory: string, written: Omit<Manifest, 'format'>): Promise<void> {
  const text = `${JSON.stringify({ format, ...written }, null, 1)}\n`;
  // As sha256sum writes and checks it.
  await writeWhole(join(directory, sumFile), `${digestOf(text)}  ${manifestFile}\n`, ownFile);
  await writeWhole(join(directory, manifestFile), text, ownFile);
}

/** @throws BackupRefused when it is no backup, is damaged, or of a newer version */
export async function readManifest(directory: string): Promise<Manifest> {
  const text = await readFile(join(directory, manifestFile), 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new BackupRefused(`${directory} holds no ${manifestFile}: it is no backup, or one that was never finished.`);
  const sum = await readFile(join(directory, sumFile), 'utf8').catch(() => '');
  if (!sum.startsWith(digestOf(text)))
    throw new BackupRefused(`${manifestFile} is not the one that ${sumFile} names: this backup is damaged.`);
  const told = JSON.parse(text) as unknown;
  refuseNewer(told as Partial<Omit<Manifest, 'format'>> & { format?: number });
  const read = manifest.safeParse(told);
  if (!read.success) throw new BackupRefused(`${manifestFile} cannot be read: ${z.prettifyError(read.error)}`);
  return read.data;
}

function refuseNewer(told: Partial<Omit<Manifest, 'format'>> & { format?: number }): void {
  const { format: found = 0, version, migrations = [] } = told;
  const known = knownMigrations();
  const unknown = migrations.find((name) => !known.includes(name));
  if (found <= format && unknown === undefined) return;
  throw new BackupRefused(
    `This backup was made by a newer version of the hotline (${version}, ${unknown ?? `format ${found}`}): restore it with that version.`,
  );
}
