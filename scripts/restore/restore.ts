import { isDeepStrictEqual } from 'node:util';
import { BackupRefused } from '#store/backup/backup-refused';
import { copyIn } from '#store/copy-rows';
import { fillEmptyDatabase } from '#store/backup/fill-empty-database';
import type { Sql } from '#store/sql';
import type { Manifest } from '../backup/manifest';
import { readPart } from '../backup/part-file';
import { readStanding } from '../backup/standing';
import { ProgressBar } from '../replay/progress-bar';
import { inWordsOfDatabase } from './database-faults';
import type { RestoredFiles } from './restored-files';

/** Fills the empty database at `url` with what the backup in `directory` holds: all of it or nothing. @throws BackupRefused */
export async function restore(url: string, directory: string, manifest: Manifest, files: RestoredFiles): Promise<void> {
  const bar = new ProgressBar(
    'Rows',
    manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
  );
  const parts = new Map(manifest.tables.map((part) => [part.name, part]));
  const load = async (sql: Sql, { name, columns }: { name: string; columns: readonly string[] }) => {
    let taken = 0;
    const part = parts.get(name);
    if (!part) throw new Error(`no part of ${name}`);
    await readPart(directory, part, copyIn(sql, { name, columns }), (rows) => {
      taken += rows;
      bar.advance(rows);
    });
    return taken;
  };
  const beforeCommit = async (sql: Sql) => {
    refuseOtherStanding(manifest, await readStanding(sql));
    await files.write();
  };
  try {
    await inWordsOfDatabase(() => fillEmptyDatabase(url, manifest, { load, beforeCommit }));
  } catch (error) {
    await files.takeBack();
    throw error;
  } finally {
    bar.end();
  }
}

function refuseOtherStanding({ standing }: Manifest, found: Manifest['standing']): void {
  if (isDeepStrictEqual(standing, found)) return;
  throw new BackupRefused(
    `The backup counted ${JSON.stringify(standing)}, and the database would hold ${JSON.stringify(found)}. Nothing was restored: take another backup.`,
  );
}
