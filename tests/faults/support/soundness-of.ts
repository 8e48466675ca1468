import { join } from 'node:path';
import { urlOf } from '#hotline/backend/embedded-postgres';
import { masterKey } from '#hotline/backend/master-key';
import { readAccess } from '#hotline/backend/server-access';
import { Database } from '#store/database';
import { openDataSource } from '#store/data-source';
import { KeyKeeper } from '#store/key-keeper';
import { faultsOf } from '#testing/soundness';

/** What the database of a running hotline says of itself. */
export interface Told {
  readonly faults: string[];
  readonly tickets: number;
  readonly deadLetters: number;
  /** How each ticket's history reads, and how many tickets it fits. */
  readonly histories: Record<string, number>;
}

export async function toldBy(dataDirectory: string): Promise<Told> {
  const access = await readAccess(join(dataDirectory, 'postgres.json'));
  if (!access) throw new Error(`no database lies in ${dataDirectory}`);
  const databaseUrl = urlOf(access);
  const dataSource = await openDataSource({ databaseUrl, poolSize: 3 });
  const database = new Database(dataSource);
  try {
    await database.learnMonths();
    const { keys } = await KeyKeeper.open(database, () => masterKey({}, dataDirectory));
    const faults = await faultsOf(database, keys);
    const stories = await database.sql.query<{ story: string }>(
      `SELECT string_agg(name, ' ' ORDER BY seq) AS story FROM ticket.history GROUP BY ticket_id`,
    );
    const letters = await database.sql.one<{ n: number }>(`SELECT count(*)::int AS n FROM ticket.dead_letter`);
    const histories: Record<string, number> = {};
    for (const { story } of stories) histories[story] = (histories[story] ?? 0) + 1;
    return { faults, tickets: stories.length, deadLetters: letters?.n ?? -1, histories };
  } finally {
    await database.close();
    await dataSource.destroy();
  }
}
