import { HeardClient } from '#store/heard-client';

/** The house's keys, and what databases from before these kept of their master key. */
const tables = ['ticket.house_key', 'ticket.master_key_check'];

/** Whether anything in this database is sealed by a master key already. One that is still empty has no such table. */
export async function hasHouseKeys(databaseUrl: string): Promise<boolean> {
  const client = new HeardClient({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const table of tables) if (await holdsRows(client, table)) return true;
    return false;
  } finally {
    await client.end();
  }
}

async function holdsRows(client: HeardClient, table: string): Promise<boolean> {
  const { rows } = await client.query<{ known: boolean }>('SELECT to_regclass($1) IS NOT NULL AS known', [table]);
  if (!rows[0]?.known) return false;
  return (await client.query(`SELECT 1 FROM ${table} LIMIT 1`)).rowCount === 1;
}
