import { Injectable } from '@nestjs/common';
import { refuseOutOfPlace } from '#ticket/move';
import type { RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { readTicket } from '#store/read-ticket';
import { NotFound, VersionConflict } from '#store/store-errors';
import { TicketStore } from '#store/ticket-store';
import { readContact } from '#store/write-citizen';
import { Refusal } from '#platform/problems';
import type { PairHolder } from '#platform/tracking-pairs';
import { inCitizensWords } from './citizen-acts';
import { completionOf } from './completion';

type Said = RouteInput<'POST /api/public/track/complete'>['body'];

/** Somebody of the hotline may be editing the ticket at the same time; nobody does so again and again. */
const attempts = 3;

/** The citizen says what was missing, and the ticket goes on. */
@Injectable()
export class Completing {
  constructor(
    private readonly store: TicketStore,
    private readonly database: Database,
    private readonly keys: KeyRing,
  ) {}

  /** @throws Refusal */
  async complete(said: Said, holder: PairHolder): Promise<void> {
    for (let attempt = 1; attempt <= attempts; attempt += 1) if (await this.isCompleted(said, holder)) return;
    throw new Refusal('conflict', '热线正在修改这件诉求，请稍后再提交');
  }

  /** Answers false when the ticket was edited since it was read: what is said is added to what stands then. */
  private async isCompleted(said: Said, holder: PairHolder): Promise<boolean> {
    const { sql } = this.database;
    const ticket = (await readTicket(sql, holder.ticketId))?.ticket;
    if (!ticket) throw new NotFound('ticket');
    try {
      await inCitizensWords('complete', async () => {
        refuseOutOfPlace(ticket, 'complete');
        const known = ticket.citizenId ? await readContact(sql, this.keys, ticket.citizenId) : null;
        const change = { ...completionOf(ticket, said, known), name: 'complete', version: ticket.version } as const;
        await this.store.edit(ticket.id, change, holder);
      });
      return true;
    } catch (error) {
      if (error instanceof VersionConflict) return false;
      throw error;
    }
  }
}
