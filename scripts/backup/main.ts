import { access, constants } from 'node:fs/promises';
import { resolve } from 'node:path';
import { reachWithoutKey } from '#hotline/backend/reachable-database';
import { StartRefused } from '#hotline/backend/start-refused';
import type { FileStore } from '#intake/attachments/file-store';
import { BackupRefused } from '#store/backup/backup-refused';
import { Database } from '#store/database';
import { openDataSource } from '#store/data-source';
import { runToExit } from '#platform/run-to-exit';
import { WrongSetting } from '#platform/settings';
import { attachmentStore } from '../audit/attachment-store';
import { Usage } from '../command-line';
import { backUp, type BackedUp } from './back-up';
import { inWordsOf } from './disk-faults';
import { readOptions } from './options';

/** A place that is not there may be a disk that is not: it is not made. */
async function refuseClosed(place: string): Promise<void> {
  await access(place, constants.W_OK | constants.X_OK).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    throw new BackupRefused(
      code === 'ENOENT'
        ? `${place} is not there: mount its disk, or make the directory.`
        : `${place} cannot be written (${code}): name a directory this user may write to.`,
    );
  });
}

async function backUpAt(url: string, place: string, store: FileStore | undefined): Promise<BackedUp> {
  const dataSource = await openDataSource({ databaseUrl: url, poolSize: 2 });
  const database = new Database(dataSource);
  try {
    return await inWordsOf(place, () => backUp(database, place, store));
  } finally {
    await database.close();
    await dataSource.destroy();
  }
}

function show({ directory, manifest, missingAttachments }: BackedUp, seconds: number): void {
  const { tables, standing, attachments, takenAt } = manifest;
  const sum = (of: (table: (typeof tables)[number]) => number) => tables.reduce((total, each) => total + of(each), 0);
  const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`;
  console.log(
    `${directory}: ${sum(({ rows }) => rows)} rows of ${tables.length} tables in ${megabytes(sum(({ bytes }) => bytes))}, as of ${takenAt}, in ${seconds.toFixed(1)} s`,
  );
  console.log(
    `${standing.tickets} tickets, ${standing.openTickets} of them open with ${standing.runningClocks} running clocks`,
  );
  console.log(
    attachments
      ? `${attachments.list.rows} files of attachments in ${megabytes(attachments.totalBytes)}`
      : 'Attachments are not in it (--attachments).',
  );
  if (missingAttachments > 0)
    console.log(
      `${missingAttachments} attachments were not in the store: erased this moment, or lost, which npm run audit:verify -- --attachments tells.`,
    );
  console.log(
    'The master key is not in it: keep it apart from the backup. Nobody can read the personal data without it.',
  );
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const place = resolve(options.place);
  await refuseClosed(place);
  const store = options.attachments ? attachmentStore(process.env) : undefined;
  const target = await reachWithoutKey(process.env);
  try {
    const began = performance.now();
    show(await backUpAt(target.url, place, store), (performance.now() - began) / 1_000);
  } finally {
    await target.close();
  }
}

runToExit(main, [Usage, StartRefused, BackupRefused, WrongSetting]);
