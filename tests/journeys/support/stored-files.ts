import { readdir } from 'node:fs/promises';
import type { TestHouse } from '#testing/test-house';

/** Everything that lies in a house's store of files, by its keys. */
export const storedFiles = async ({ files }: TestHouse): Promise<string[]> =>
  (await readdir(files, { recursive: true, withFileTypes: true }))
    .filter((each) => each.isFile())
    .map(({ name }) => name)
    .sort();

/** Files in the store that no attachment names. */
export const looseFiles = ({ database }: TestHouse) =>
  database.sql.query<{ key: string }>('SELECT key FROM ticket.loose_file ORDER BY key');
