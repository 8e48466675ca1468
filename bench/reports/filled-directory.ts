import type { Database } from '#store/database';
import { cloneTickets } from '../stand/clone-tickets';
import { inDatabase } from '../stand/in-database';
import { runBeside } from '../stand/run-beside';

/** Lives through the simulated period, and copies it until there are so many tickets. Answers how many there are. */
export async function fillDirectory(dataDirectory: string, tickets: number): Promise<number> {
  if ((await inDatabase(dataDirectory, ({ database }) => storedTickets(database)).catch(none)) === 0)
    await runBeside({ dataDirectory }, 'demo-district/main.js');
  return inDatabase(dataDirectory, async ({ database }) => {
    const copies = Math.ceil(tickets / (await storedTickets(database))) - 1;
    if (copies > 0) {
      console.log(`Copying its tickets ${copies} times`);
      await database.session((sql) => cloneTickets(sql, copies));
      await database.sql.query('VACUUM (ANALYZE)');
    }
    return storedTickets(database);
  });
}

/** A directory that is new has no tables yet; what else is wrong with one, whoever fills it is told. */
const none = (): number => 0;

async function storedTickets({ sql }: Database): Promise<number> {
  return (await sql.one<{ count: number }>(`SELECT count(*)::int AS count FROM ticket.ticket`, []))?.count ?? 0;
}
