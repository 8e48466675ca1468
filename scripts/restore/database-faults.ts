import { BackupRefused } from '#store/backup/backup-refused';

/** PostgreSQL's codes for what a person can put right, and how. */
const faults: Readonly<Record<string, string>> = {
  '42501': 'The user in DATABASE_URL may not make schemas in this database: make the user its owner',
  '53100': 'The disk of the database has no room left: free some, or take a larger one',
  '53200':
    'The database has no room for as many locks as one restore takes: raise max_locks_per_transaction to 256 there, and restart it',
};

/** @throws BackupRefused in words when the database cannot take what is written; it takes all or nothing */
export async function inWordsOfDatabase(work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => {
    const fault = faults[(error as { code?: string }).code ?? ''];
    throw fault ? new BackupRefused(`${fault}. Nothing was restored.`) : error;
  });
}
