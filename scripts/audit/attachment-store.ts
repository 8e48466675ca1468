import { join } from 'node:path';
import { dataDirectoryPath } from '#hotline/backend/data-directory';
import type { FileStore } from '#intake/attachments/file-store';
import { fileStoreOf } from '#intake/attachments/open-file-store';
import { readSettings } from '#platform/settings';

/** The hotline's own store of files, by the same settings. @throws WrongSetting */
export function attachmentStore(environment: NodeJS.ProcessEnv): FileStore {
  const { attachmentStore: named } = readSettings(environment);
  return fileStoreOf({ attachmentStore: named ?? { directory: join(dataDirectoryPath(environment), 'attachments') } });
}
