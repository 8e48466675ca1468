import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '#intake/attachments/file-store';
import { BackupRefused } from '#store/backup/backup-refused';
import { copyOut } from '#store/copy-rows';
import { migrationsOf } from '#store/backup/house-migrations';
import { partitions, sequences, type HouseTable } from '#store/backup/house-tables';
import { inSnapshot } from '#store/backup/in-snapshot';
import type { Database } from '#store/database';
import { databaseTime } from '#store/database-time';
import type { Sql } from '#store/sql';
import { ProgressBar } from '../replay/progress-bar';
import { copyAttachments } from './attachments';
import { writeManifest, type Manifest } from './manifest';
import { productVersion } from './product-version';
import { writePart } from './part-file';
import { readStanding } from './standing';

type CountedTable = HouseTable & { readonly aboutRows: number };

export interface BackedUp {
  readonly directory: string;
  readonly manifest: Omit<Manifest, 'format'>;
  readonly missingAttachments: number;
}

const ownDirectory = 0o700;

/**
 * Writes the database as it stands at one instant, with the files of `store` if there is one, into a new directory within
 * `place`. It has its name once it is whole; what breaks off leaves nothing. @throws BackupRefused
 */
export function backUp(database: Database, place: string, store: FileStore | undefined): Promise<BackedUp> {
  return inSnapshot(database, async (sql, tables) => {
    const migrations = await migrationsOf(sql);
    if (migrations.length === 0 || tables.length === 0)
      throw new BackupRefused('There is no hotline in this database yet: nothing to back up.');
    const takenAt = (await databaseTime(sql)).toISOString();
    const directory = join(place, `hotline-${takenAt.replaceAll(/[-:]|\.\d+/g, '')}`);
    const unfinished = `${directory}.unfinished`;
    await mkdir(unfinished, { mode: ownDirectory });
    try {
      const { missing, ...kept } = await writeParts(sql, tables, { directory: unfinished, store });
      const manifest = { ...(await described(sql)), migrations, takenAt, ...kept };
      await writeManifest(unfinished, manifest);
      await rename(unfinished, directory);
      return { directory, manifest, missingAttachments: missing };
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true });
      throw error;
    }
  });
}

async function writeParts(
  sql: Sql,
  tables: readonly CountedTable[],
  { directory, store }: { directory: string; store: FileStore | undefined },
): Promise<Pick<Manifest, 'tables' | 'sequences' | 'attachments'> & { missing: number }> {
  const written = await writeTables(sql, tables, directory);
  const files = store && (await writeFiles(sql, store, directory));
  return {
    tables: written,
    sequences: await sequences(sql),
    attachments: files ? { list: files.list, totalBytes: files.totalBytes } : null,
    missing: files?.missing ?? 0,
  };
}

async function writeTables(sql: Sql, tables: readonly CountedTable[], directory: string): Promise<Manifest['tables']> {
  const bar = new ProgressBar('Rows, about', Math.round(tables.reduce((sum, { aboutRows }) => sum + aboutRows, 0)));
  const written: Manifest['tables'] = [];
  try {
    for (const { name, columns } of tables) {
      const lines = copyOut(sql, { name, columns });
      const part = await writePart(directory, `${name}.copy.gz`, lines, (rows) => bar.advance(rows));
      written.push({ name, columns: [...columns], ...part });
    }
    return written;
  } finally {
    bar.end();
  }
}

async function writeFiles(sql: Sql, store: FileStore, directory: string) {
  const known = await sql.one<{ n: number }>(`SELECT count(*)::int AS n FROM ticket.attachment WHERE key IS NOT NULL`);
  const bar = new ProgressBar('Attachments', known?.n ?? 0);
  return copyAttachments({ sql, store, directory }, (files) => bar.advance(files)).finally(() => bar.end());
}

/** What the manifest says of the database beside its parts. */
async function described(sql: Sql) {
  const server = await sql.one<{ version: string }>(`SELECT current_setting('server_version') AS version`);
  const keys = await sql.query<{ id: string }>(
    `SELECT DISTINCT encode(master_id, 'hex') AS id FROM ticket.house_key ORDER BY 1`,
  );
  return {
    version: productVersion(),
    postgresql: server?.version ?? 'unknown',
    masterKeyIds: keys.map(({ id }) => id),
    standing: await readStanding(sql),
    partitions: (await partitions(sql)).map(({ name, parent, bounds }) => ({ name, parent, bounds })),
  };
}
