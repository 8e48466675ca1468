import { Controller } from '@nestjs/common';
import type { TicketEvent } from '#ticket/event';
import { Database } from '#store/database';
import { oweSorting } from '#store/issue-owed';
import { markSearched } from '#store/searched-version';
import type { Sql } from '#store/sql';
import { WriteBatch } from '#store/write-batch';
import { On } from '#queue/on';
import type { Class } from './class-marks';
import { writeDocuments } from './search-document';

interface Text extends Class {
  [column: string]: unknown;
  id: string;
  version: number;
  title: string;
  content: string;
  address: string | null;
}

/** Tickets projected in one statement. */
const batch = { items: 64, writes: 1, gatherMs: 15 } as const;

/** Keeps what search reads: projected after the transaction, visible within two seconds, rebuilt to the same rows. */
@Controller()
export class SearchProjection {
  private readonly changed: WriteBatch<string>;

  constructor(database: Database) {
    this.changed = new WriteBatch((ids) => projectTickets(database.derived, ids), batch);
  }

  @On('intake', ['ticket.registered', 'ticket.edited', 'ticket.completed', 'ticket.succeeded', 'ticket.erased'], {
    waits: 't.searched_version < t.version',
  })
  async project({ ticketId }: TicketEvent): Promise<void> {
    await this.changed.add(ticketId);
  }
}

/** Projects these tickets as they stand, those of one month together. */
async function projectTickets(derived: Sql, ids: readonly string[]): Promise<void> {
  for (const { sql, ticketIds } of derived.aboutEach(ids)) await projectMonth(sql, ticketIds);
}

/** Keeps their text's grams, and the version that was read. Told twice, it does nothing more. */
async function projectMonth(sql: Sql, ids: readonly string[]): Promise<void> {
  const texts = await sql.query<Text>(
    `SELECT id, version, title, content, address, type, urgency, channel, category_code AS "categoryCode",
       area_code AS "areaCode" FROM ticket.ticket WHERE id = ANY($1) AND searched_version < version`,
    [ids],
  );
  if (texts.length === 0) return;
  await writeDocuments(sql, texts);
  // Before the mark: whoever comes again after a crash puts them there again.
  await oweSorting(sql, ids);
  await markSearched(sql, texts);
}
