import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { service } from '#ticket/actor';
import type { Rating, Satisfaction, Solved } from '#ticket/rating';
import type { Ticket } from '#ticket/ticket';
import { TransitionRefused } from '#ticket/transition-refused';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { rated } from '#store/rated';
import { TicketStore } from '#store/ticket-store';
import { firstIdAt } from '#store/uuid-v7';
import { Maintenance } from '#platform/maintenance';
import { callByCallId, callSelect, type Call } from './call-rows';

/** The key that was pressed, as the three questions have it. Whoever presses a key was spoken with. */
const keysPressed: Readonly<Record<number, { result: Satisfaction; solved: Solved }>> = {
  5: { result: 'very-satisfied', solved: 'yes' },
  4: { result: 'satisfied', solved: 'yes' },
  3: { result: 'basically-satisfied', solved: 'partly' },
  2: { result: 'dissatisfied', solved: 'no' },
  1: { result: 'very-dissatisfied', solved: 'no' },
};

const intake = service('intake');
const dayMs = 86_400_000;
/** A rating whose ticket has not come by then is of a call that made none. */
const waitsDays = 7;

/** 话后评价: what a citizen pressed after a call is the rating of what they were answered in it, once. */
@Injectable()
export class CallRatings implements OnModuleInit {
  private readonly log = new Logger(CallRatings.name);

  constructor(
    private readonly database: Database,
    private readonly store: TicketStore,
    private readonly clock: Clock,
    private readonly maintenance: Maintenance,
  ) {}

  onModuleInit(): void {
    this.maintenance.add(() => this.giveAll());
  }

  /** Of a call by the platform's name for it, if it was rated. */
  async ofCall(callId: string): Promise<void> {
    const call = await callByCallId(this.database.sql, callId);
    if (call) await this.give(call);
  }

  /** The rating and the ticket may come in either order: nothing is done before both are there, nor twice. */
  async give(call: Call): Promise<void> {
    const pressed = call.rating === null || call.ratingGivenAt ? undefined : keysPressed[call.rating];
    const ticketId = pressed && (await this.answeredIn(call));
    if (!pressed || !ticketId) return;
    const { result, solved } = pressed;
    const rating: Rating = { source: 'call-end', contacted: 'yes', solved, satisfaction: { result } };
    await this.store
      .move(ticketId, intake, (ticket, context) => (isRatable(ticket) ? rated(ticket, rating, context) : null))
      .catch((error: unknown) => {
        // Archived, or handled again meanwhile: it stays with the call.
        if (!(error instanceof TransitionRefused)) throw error;
      });
    await this.database.sql.query(`UPDATE intake.call SET rating_given_at = $2 WHERE id = $1`, [
      call.id,
      this.clock.now(),
    ]);
  }

  /** Whatever a process left undone. */
  private async giveAll(): Promise<void> {
    const since = firstIdAt(new Date(this.clock.now().getTime() - waitsDays * dayMs));
    const calls = await this.database.sql.query<Call & Record<string, unknown>>(
      `${callSelect} WHERE c.rating IS NOT NULL AND c.rating_given_at IS NULL AND c.id >= $1 ORDER BY c.id`,
      [since],
    );
    for (const call of calls)
      await this.give(call).catch((error: unknown) => this.log.warn(`call ratings: ${(error as Error).message}`));
  }

  /** Of a call in which several questions were answered, the first one's. */
  private async answeredIn({ callId, firstAt }: Call): Promise<string | undefined> {
    const row = await this.database.sql.one<{ id: string }>(
      `SELECT id FROM ticket.ticket t WHERE t.call_id = $1 AND t.id >= $2 AND t.close_reason = 'answered-on-call'
       ORDER BY t.id LIMIT 1`,
      [callId, firstIdAt(new Date(firstAt.getTime() - dayMs))],
    );
    return row?.id;
  }
}

/** Answered on the call, and not rated yet. */
const isRatable = ({ rating, round }: Ticket): boolean => rating?.source !== 'call-end' && round === 0;
