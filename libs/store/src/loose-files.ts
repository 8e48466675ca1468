import type { Database } from './database';
import type { Sql } from './sql';

/**
 * Files in the store of files that no attachment names: noted before their first byte is written, and forgotten in the
 * transaction that makes them an attachment. So nothing in the store is unknown, whatever breaks off, and nobody has to list it.
 */
export const looseFiles = 'ticket.loose_file';

/** How long a file may take to become an attachment. */
const graceHours = 24;

export async function noteLooseFile(sql: Sql, key: string, at: Date): Promise<void> {
  const goesAt = new Date(at.getTime() + graceHours * 3_600_000);
  await sql.query(`INSERT INTO ${looseFiles} (key, goes_at) VALUES ($1, $2)`, [key, goesAt]);
}

/** It has become an attachment. Answers whether it still was there to become one. */
export const keepFile = async (sql: Sql, key: string): Promise<boolean> =>
  (await sql.count(`DELETE FROM ${looseFiles} WHERE key = $1`, [key])) > 0;

/**
 * Removes one file, unless it became an attachment meanwhile: whoever makes it one waits for this to end, and then finds
 * it gone. A commit whose answer was lost is no reason to remove a file.
 */
export async function removeLooseFile(
  database: Database,
  key: string,
  remove: (key: string) => Promise<void>,
): Promise<void> {
  await database.transaction(async (sql) => {
    if (await keepFile(sql, key)) await remove(key);
  });
}

const batch = 100;

/** The next ones whose time has come. */
export async function dueLooseFiles(sql: Sql, at: Date): Promise<string[]> {
  const rows = await sql.query<{ key: string }>(
    `SELECT key FROM ${looseFiles} WHERE goes_at <= $1 ORDER BY goes_at LIMIT ${batch}`,
    [at],
  );
  return rows.map(({ key }) => key);
}
