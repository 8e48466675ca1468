import { cloneTickets } from '../stand/clone-tickets';
import { inDatabase } from '../stand/in-database';
import { runBeside } from '../stand/run-beside';
import { openStand } from '../stand/stand';
import { passDueRungs, restAllClocks, runningClocks } from './set-clocks';

/** An open ticket of the seed has a few more on the average. */
const clocksATicket = 3.3;
const days = '20';
/** Clocks of tickets that the seed takes through their lives; what is more are copies of these. */
const seededClocks = 50_000;

/** Fills a data directory until it has so many running clocks. Answers how many there are. */
export async function fillDirectory(dataDirectory: string, clocks: number): Promise<number> {
  // Its accounts and its directory of departments, as a first start makes them.
  await openStand(undefined, undefined, dataDirectory).then((stand) => stand.close());
  const seeded = Math.min(clocks, seededClocks);
  for (let missing = seeded - (await clocksIn(dataDirectory)); missing > 0;) {
    const tickets = Math.ceil(missing / clocksATicket) + 10;
    // With the hotline stopped, or it would mark what the seed tells of the past.
    await runBeside(
      { dataDirectory },
      'seed/main.js',
      String(tickets),
      '--open',
      '100',
      '--days',
      days,
      '--seed',
      String(missing),
    );
    missing = seeded - (await clocksIn(dataDirectory));
  }
  const copies = Math.ceil(clocks / (await clocksIn(dataDirectory))) - 1;
  if (copies > 0) {
    console.log(`Copying its tickets ${copies} times`);
    await inDatabase(dataDirectory, ({ database }) => database.session((sql) => cloneTickets(sql, copies)));
  }
  return inDatabase(dataDirectory, async ({ database }) => {
    await database.session(passDueRungs);
    await database.sql.query('VACUUM (ANALYZE)');
    return runningClocks(database.sql);
  });
}

/** With the hotline stopped: no clock of the bench becomes due by itself from then on. */
export const restDirectory = (dataDirectory: string): Promise<void> =>
  inDatabase(dataDirectory, async ({ database }) => {
    await database.session(restAllClocks);
    await database.sql.query('VACUUM (ANALYZE)');
    await database.sql.query('CHECKPOINT');
  });

const clocksIn = (dataDirectory: string): Promise<number> =>
  inDatabase(dataDirectory, ({ database }) => runningClocks(database.sql));
