import { dataDirectoryPath } from '#hotline/backend/data-directory';
import { knownMasterKey, masterKeyIn } from '#hotline/backend/master-key';
import { BackupRefused } from '#store/backup/backup-refused';
import { MasterKey } from '#store/master-key';
import type { Manifest } from '../backup/manifest';

/** The master key that opens the backup, wherever it is said to be. @throws BackupRefused when it is another or missing */
export async function keyOfBackup(
  { masterKeyIds }: Manifest,
  file: string | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<Buffer> {
  const known = await knownMasterKey(environment, dataDirectoryPath(environment));
  if (known) refuseOther(masterKeyIds, known, environment.MASTER_KEY ? 'MASTER_KEY' : 'master.key in DATA_DIR');
  const given = file === undefined ? known : await masterKeyIn(file);
  if (!given)
    throw new BackupRefused(
      `${file ?? 'The master key'} is missing: without it nobody can read the personal data in this backup. Name the file that was kept apart (--master-key FILE), or set MASTER_KEY. Nothing was written.`,
    );
  if (file !== undefined) refuseOther(masterKeyIds, given, file);
  return given;
}

function refuseOther(ids: readonly string[], key: Buffer, source: string): void {
  if (ids.includes(new MasterKey(key).id.toString('hex'))) return;
  throw new BackupRefused(
    `${source} holds another master key than the one this backup was written with: name the one that was in use on that day. Nothing was written.`,
  );
}
