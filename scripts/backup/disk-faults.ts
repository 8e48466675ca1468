import { BackupRefused } from '#store/backup/backup-refused';

/** What the system says of a disk that takes no more, and what that means. */
const faults: Readonly<Record<string, string>> = {
  ENOSPC: 'has no room left: free some, or name a larger disk',
  EDQUOT: 'has no room left for this user: free some, or name a larger disk',
  EFBIG: 'takes no file as large as that: name another disk',
  EACCES: 'cannot be written: name a directory this user may write to',
  EPERM: 'cannot be written: name a directory this user may write to',
  ENOENT: 'takes no new directory: name another place',
  EROFS: 'cannot be written: it is read-only',
  EIO: 'is broken: name another disk',
};

/** @throws BackupRefused in words when the disk of `place` fails; nothing half-written is left */
export async function inWordsOf<Result>(place: string, work: () => Promise<Result>): Promise<Result> {
  return work().catch((error: unknown) => {
    const fault = faults[(error as NodeJS.ErrnoException).code ?? ''];
    throw fault ? new BackupRefused(`${place} ${fault}. Nothing is left of what was begun.`) : error;
  });
}
