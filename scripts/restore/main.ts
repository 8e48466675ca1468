import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { reachWithoutKey, type ReachableServer } from '#hotline/backend/reachable-database';
import { StartRefused } from '#hotline/backend/start-refused';
import { writeSecret } from '#hotline/backend/write-secret';
import { BackupRefused } from '#store/backup/backup-refused';
import { WrongMasterKey } from '#store/master-key';
import { runToExit } from '#platform/run-to-exit';
import { WrongSetting } from '#platform/settings';
import { attachmentStore } from '../audit/attachment-store';
import { auditAt } from '../audit/audit-at';
import { showAudited } from '../audit/show';
import { readManifest, type Manifest } from '../backup/manifest';
import { Usage } from '../command-line';
import { withStore } from '../seed/store';
import { keyOfBackup } from './key-of-backup';
import { readOptions } from './options';
import { restore } from './restore';
import { RestoredFiles } from './restored-files';
import { verifyBackup } from './verify-backup';

/** The database that is filled, and the key that opens what goes into it. */
interface Target {
  readonly url: string;
  readonly directory: string;
  readonly masterKey: Buffer;
}

/** The embedded database finds its key beside it. Elsewhere whoever starts the services gives it to them. */
async function putKey({ directory, masterKey }: Target): Promise<void> {
  const file = join(directory, 'master.key');
  const { DATABASE_URL: given, MASTER_KEY: known } = process.env;
  if (given || known || existsSync(file)) return;
  await writeSecret(file, masterKey);
  console.log(`The master key lies in ${file} now.`);
}

function showRestored({ standing, tables, attachments, takenAt }: Manifest, seconds: number): void {
  const rows = tables.reduce((sum, each) => sum + each.rows, 0);
  const files = attachments ? `, ${attachments.list.rows} files of attachments` : '';
  console.log(`Restored as of ${takenAt}: ${rows} rows of ${tables.length} tables${files}, in ${seconds.toFixed(1)} s`);
  console.log(
    `${standing.tickets} tickets, ${standing.openTickets} of them open with ${standing.runningClocks} running clocks, as in the backup; ${standing.undelivered} events wait to be delivered`,
  );
}

/** What came in, as the hotline's own audit sees it. Answers whether everything holds. */
async function verifyRestored(target: Target, manifest: Manifest): Promise<boolean> {
  // Now, and not by the database itself in the middle of the first morning.
  await withStore(target, ({ database }) => database.sql.query('ANALYZE'));
  const began = performance.now();
  const audited = await auditAt(target, { files: manifest.attachments ? attachmentStore(process.env) : undefined });
  showAudited(audited, (performance.now() - began) / 1_000);
  if (audited.breaks.length === 0) return true;
  console.log('The restore is whole: what is broken was so when the backup was taken.');
  return false;
}

async function restoreInto(server: ReachableServer, backup: string, manifest: Manifest, masterKey: Buffer) {
  const began = performance.now();
  const files = new RestoredFiles(backup, manifest, attachmentStore(process.env));
  await restore(server.url, backup, manifest, files);
  showRestored(manifest, (performance.now() - began) / 1_000);
  const target = { url: server.url, directory: server.directory, masterKey };
  await putKey(target);
  return verifyRestored(target, manifest);
}

async function main(): Promise<number> {
  const { directory, masterKey: file, verifyOnly } = readOptions(process.argv.slice(2));
  const backup = resolve(directory);
  const manifest = await readManifest(backup);
  const masterKey = verifyOnly ? null : await keyOfBackup(manifest, file, process.env);
  await verifyBackup(backup, manifest);
  console.log(`Every file of the backup of ${manifest.takenAt} is as it was written.`);
  if (!masterKey) return 0;
  const server = await reachWithoutKey(process.env);
  try {
    return (await restoreInto(server, backup, manifest, masterKey)) ? 0 : 1;
  } finally {
    await server.close();
  }
}

runToExit(main, [Usage, StartRefused, BackupRefused, WrongMasterKey, WrongSetting]);
