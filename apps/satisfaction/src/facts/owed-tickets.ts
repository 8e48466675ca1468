import { readOwedCounts, type OwedCount } from '#store/count-owed';
import { readDueTold } from '#store/due-told';
import type { Sql } from '#store/sql';
import { readToldHistories } from '#store/told-histories';
import type { ToldTicket } from './counted-anew';

/** Tickets counted in one transaction: so few that what is read of them is young when it is thrown away. */
export const batch = 500;

/** What is to be counted next, and all that was told of it by then. */
export interface OwedTickets {
  readonly owed: readonly OwedCount[];
  readonly told: (ticketId: string) => ToldTicket;
}

/**
 * What is owed, what waits longest first. Nothing is taken yet, so that the database reads the next tickets while these are
 * counted; what is told of them later is owed again. Read until one that holds fewer than a batch, which is the last.
 */
export async function* owedTickets(sql: Sql, most = batch): AsyncGenerator<OwedTickets> {
  let next = readAhead(sql, '0', most);
  try {
    for (;;) {
      const here = await next;
      const last = here.owed.at(-1);
      if (last && here.owed.length === most) next = readAhead(sql, last.id, most);
      yield here;
      if (here.owed.length < most) return;
    }
  } finally {
    await next.catch(unheard);
  }
}

/** Whoever waits for it hears why it failed, and may do so later than it fails. */
function readAhead(...[sql, after, most]: Parameters<typeof readOwedTickets>): Promise<OwedTickets> {
  const reading = readOwedTickets(sql, after, most);
  reading.catch(unheard);
  return reading;
}
const unheard = (): void => undefined;

async function readOwedTickets(sql: Sql, after: string, most: number): Promise<OwedTickets> {
  const owed = await readOwedCounts(sql, after, most);
  const ticketIds = [...new Set(owed.map(({ ticketId }) => ticketId))];
  const histories = await readToldHistories(sql, ticketIds);
  const dues = await readDueTold(sql, ticketIds);
  const told = (ticketId: string): ToldTicket => ({
    lines: histories.get(ticketId) ?? [],
    dues: dues.get(ticketId) ?? [],
  });
  return { owed, told };
}
