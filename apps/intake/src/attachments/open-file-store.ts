import { WrongSetting, type Settings } from '#platform/settings';
import type { FileStore } from './file-store';
import { LocalFiles } from './local-files';
import { S3Files } from './s3-files';

/** The store that the settings name. @throws WrongSetting when they name none */
export function fileStoreOf({ attachmentStore }: Pick<Settings, 'attachmentStore'>): FileStore {
  if (!attachmentStore)
    throw new WrongSetting(
      'setting ATTACHMENT_DIR is missing: attachments need a directory that all replicas of intake share, or a bucket by the S3_ settings',
    );
  return 's3' in attachmentStore ? new S3Files(attachmentStore.s3) : new LocalFiles(attachmentStore.directory);
}

/** The same, once it has been written to. @throws WrongSetting in one line, when that fails */
export async function openFileStore(settings: Pick<Settings, 'attachmentStore'>): Promise<FileStore> {
  const store = fileStoreOf(settings);
  await store.check();
  return store;
}
