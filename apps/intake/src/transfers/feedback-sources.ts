import { Injectable } from '@nestjs/common';
import { listeningClients } from '#store/channel-client-rows';
import { Database } from '#store/database';
import type { OwedFeedback } from '#store/feedback-rows';
import { KeyRing } from '#store/key-ring';
import { readHistory } from '#store/read-history';
import { readTicket } from '#store/read-ticket';
import type { Sql } from '#store/sql';
import { Directory } from '#platform/directory';
import { feedbackMessage, type FeedbackMessage } from './feedback-message';
import type { Listener } from '#platform/posting/signed-post';

/** Who is to be told, and what. */
@Injectable()
export class FeedbackSources {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly directory: Directory,
  ) {}

  get sql(): Sql {
    return this.database.sql;
  }

  /** The systems that say where they want to be told. */
  async listeners(): Promise<(Listener & { system: string })[]> {
    const clients = await listeningClients(this.sql);
    return clients.map(({ system, url, sealed, wrappedKey }) => ({
      system,
      url,
      secret: this.keys.open(sealed, wrappedKey),
    }));
  }

  /** What is owed of a ticket, and up to which line; no message when nothing of it is theirs to know. */
  async messageOf({ ticketId, toldSeq }: OwedFeedback): Promise<{ message: FeedbackMessage | null; seq: number }> {
    const lines = await readHistory(this.sql, ticketId);
    const found = await readTicket(this.sql, ticketId);
    const seq = lines.at(-1)?.seq ?? toldSeq;
    const departmentName = (id: string): string => this.directory.departmentName(id);
    return { message: found ? feedbackMessage(found.ticket, lines, { toldSeq, departmentName }) : null, seq };
  }
}
