import { attachmentPath, listedFiles } from '../backup/attachments';
import type { Manifest } from '../backup/manifest';
import { verifyFile } from '../backup/part-file';
import { ProgressBar } from '../replay/progress-bar';

const megabyte = 1_048_576;

/** Reads every file of the backup and compares it with what was written. @throws BackupRefused at the first that differs */
export async function verifyBackup(directory: string, manifest: Manifest): Promise<void> {
  const { tables, attachments } = manifest;
  const parts = attachments ? [...tables, attachments.list] : tables;
  const bytes = parts.reduce((sum, part) => sum + part.bytes, attachments?.totalBytes ?? 0);
  const bar = new ProgressBar('Verifying the backup, MB', bytes / megabyte);
  try {
    for (const part of parts) {
      await verifyFile(directory, part);
      bar.advance(part.bytes / megabyte);
    }
    for await (const { key, ...file } of listedFiles(directory, manifest)) {
      await verifyFile(directory, { file: attachmentPath(key), ...file });
      bar.advance(file.bytes / megabyte);
    }
  } finally {
    bar.end();
  }
}
