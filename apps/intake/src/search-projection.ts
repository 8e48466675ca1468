import { Controller } from '@nestjs/common';
import type { TicketEvent } from '#ticket/event';
import { Database } from '#store/database';
import { markSearched } from '#store/searched-version';
import type { Sql } from '#store/sql';
import { On } from '#queue/on';
import { gramsOf } from './search-grams';

interface Text {
  [column: string]: unknown;
  id: string;
  version: number;
  title: string;
  content: string;
}

/** Tickets projected in one statement. */
const batch = 64;

/** Keeps what search reads: projected after the transaction, visible within two seconds, rebuilt to the same rows. */
@Controller()
export class SearchProjection {
  private waiting = new Set<string>();
  private turn: Promise<void> | undefined;

  constructor(private readonly database: Database) {}

  @On('intake', ['ticket.registered', 'ticket.edited', 'ticket.completed', 'ticket.imported'], {
    waits: 't.searched_version < t.version',
  })
  async project({ ticketId }: TicketEvent): Promise<void> {
    this.waiting.add(ticketId);
    // Whoever arrives while a batch is written goes with the next one, and waits for it.
    await this.turn;
    await (this.turn ??= this.flush().finally(() => (this.turn = undefined)));
    if (this.waiting.has(ticketId)) await this.project({ ticketId, name: 'ticket.edited', seq: 0 });
  }

  private async flush(): Promise<void> {
    const ids = [...this.waiting].slice(0, batch);
    await projectTickets(this.database.sql, ids);
    for (const id of ids) this.waiting.delete(id);
  }
}

/** Projects these tickets as they stand: their text's grams, and the version that was read. Told twice, it does nothing more. */
export async function projectTickets(sql: Sql, ids: readonly string[]): Promise<void> {
  const texts = await sql.query<Text>(
    `SELECT id, version, title, content FROM ticket.ticket WHERE id = ANY($1) AND searched_version < version`,
    [ids],
  );
  if (texts.length === 0) return;
  const documents = texts.map(({ id, version, title, content }) => ({
    ticket_id: id,
    version,
    grams: gramsOf(`${title}\n${content}`),
  }));
  await sql.query(
    `INSERT INTO intake.search_document (ticket_id, version, grams)
     SELECT ticket_id, version, grams FROM jsonb_populate_recordset(null::intake.search_document, $1) ORDER BY ticket_id
     ON CONFLICT (ticket_id) DO UPDATE SET version = EXCLUDED.version, grams = EXCLUDED.grams
     WHERE search_document.version < EXCLUDED.version`,
    [JSON.stringify(documents)],
  );
  await markSearched(sql, texts);
}
