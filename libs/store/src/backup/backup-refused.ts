/** A backup or a restore cannot go on, and a person can put it right. The message says what is wrong and what to do. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}
