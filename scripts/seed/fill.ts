import { gramsOf } from '#intake/search-grams';
import type { Database } from '#store/database';
import { writePastTickets, type PastTicket } from '#store/past-tickets';
import { monthStart } from '#store/partitions';
import type { Sql } from '#store/sql';
import type { TicketNumbers } from '#store/ticket-number';
import { Random } from '../replay/random';
import type { ProgressBar } from '../replay/progress-bar';
import type { Options } from './options';
import { tellPast, type Telling, type Wanted } from './past-teller';

/** Tickets in one transaction, and transactions under way. */
const [batchSize, batchesAtOnce] = [400, 3];
const dayMs = 86_400_000;
/** Finished tickets were registered long enough ago to have ended, open ones lately enough not to be overdue by months. */
const [finishedDays, openDays] = [14, 4];

/** Tells and writes all tickets; answers the ids of those written. */
export async function fill(
  { database, numbers, telling }: { database: Database; numbers: TicketNumbers; telling: Telling },
  options: Options,
  now: Date,
  bar: ProgressBar,
): Promise<string[]> {
  const written: string[] = [];
  const instants = plan(options, now);
  const batches = batchesOf(instants).values();
  const worker = async () => {
    for (const batch of batches) {
      const past: PastTicket[] = [];
      for (const { index, at, open } of batch) {
        const number = await numbers.take(at);
        past.push(tellPast(telling, { index, number, at, open, until: now }));
      }
      await database.transaction((sql) => write(sql, past));
      written.push(...past.map(({ ticket }) => ticket.id));
      bar.advance(past.length);
    }
  };
  await Promise.all(Array.from({ length: batchesAtOnce }, worker));
  return written;
}

type Planned = Pick<Wanted, 'index' | 'at' | 'open'>;

/** When each was registered, oldest first, as the ids are. */
function plan({ count, days, openShare, seed }: Options, now: Date): Planned[] {
  const random = Random.for(seed, 0);
  const between = (most: number, least: number) =>
    new Date(now.getTime() - Math.floor((least + random.next() * (most - least)) * dayMs));
  const planned = Array.from({ length: count }, () => {
    const open = random.chance(openShare);
    return { open, at: open ? between(openDays, 0.01) : between(days, finishedDays) };
  });
  planned.sort((left, right) => left.at.getTime() - right.at.getTime());
  return planned.map((each, index) => ({ ...each, index }));
}

/** Each batch lies in one month, whose partitions its statement names. */
function batchesOf(planned: readonly Planned[]): Planned[][] {
  const batches: Planned[][] = [];
  for (const each of planned) {
    const batch = batches.at(-1);
    const [first] = batch ?? [];
    const sameMonth = first && monthStart(first.at).getTime() === monthStart(each.at).getTime();
    if (batch && sameMonth && batch.length < batchSize) batch.push(each);
    else batches.push([each]);
  }
  return batches;
}

/**
 * What search reads is written with the tickets, as the projection would. Nobody waits for a seed's commits, and its
 * index entries are merged in large lots.
 */
async function write(sql: Sql, past: readonly PastTicket[]): Promise<void> {
  const [first] = past;
  if (!first) return;
  await sql.query(`SET LOCAL synchronous_commit = off; SET LOCAL gin_pending_list_limit = '128MB'`);
  await writePastTickets(sql, past);
  const documents = past.map(({ ticket: { id, version, title, content } }) => ({
    ticket_id: id,
    version,
    grams: gramsOf(`${title}\n${content}`),
  }));
  await sql.about(first.ticket.id).query(
    `INSERT INTO intake.search_document (ticket_id, version, grams)
       SELECT ticket_id, version, grams FROM jsonb_populate_recordset(null::intake.search_document, $1)`,
    [JSON.stringify(documents)],
  );
}
