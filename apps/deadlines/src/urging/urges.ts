import { Injectable } from '@nestjs/common';
import { TransitionRefused } from '#ticket/transition-refused';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { commitKey } from '#store/idempotency';
import { KeyTaken, NotFound } from '#store/store-errors';
import { TicketStore } from '#store/ticket-store';
import { isUuid, uuidV7 } from '#store/uuid-v7';
import type { IdempotencyKey } from '#store/writer';
import type { Caller } from '#platform/caller';

export type UrgesView = RouteAnswer<'POST /api/urges'>;
type Answer = UrgesView['items'][number];
type Body = RouteInput<'POST /api/urges'>['body'];

/** 批量催办: each ticket by itself, so that one which cannot be urged leaves the others alone. */
@Injectable()
export class Urges {
  constructor(
    private readonly store: TicketStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Sent again with its key after it was broken off, it urges those that were not, and none twice: each ticket's move
   * commits with a key of its own, and the caller's is kept once all are done.
   */
  async urge({ ticketIds, text }: Body, { key, ...caller }: Caller): Promise<UrgesView> {
    const items: Answer[] = [];
    for (const ticketId of new Set(ticketIds)) items.push(await this.one(ticketId, text, caller, key));
    if (key) await commitKey(this.database.sql, key, uuidV7(this.clock.now()), this.clock.now());
    return { items };
  }

  private async one(ticketId: string, text: string, caller: Caller, key?: IdempotencyKey): Promise<Answer> {
    const origin = key && ({ kind: 'idempotency', value: `${key.value}:${ticketId}` } as const);
    try {
      const { number, urges } = await this.store.apply(ticketId, 'urge', { by: 'batch', text }, { ...caller, origin });
      return { ticketId, number, urges, refusal: null };
    } catch (error) {
      if (error instanceof NotFound) return { ticketId, number: null, urges: null, refusal: '没有这个工单' };
      if (error instanceof TransitionRefused) return this.standing(ticketId, error.detail);
      if (error instanceof KeyTaken) return this.standing(ticketId, null);
      throw error;
    }
  }

  /** What was done before, as the tickets stand now. */
  async again({ ticketIds, text }: Body, { id: actor }: Caller): Promise<UrgesView> {
    const answers = [...new Set(ticketIds)].map(async (ticketId) => {
      const isUrged = await this.isUrged(ticketId, { actor, text });
      return this.standing(ticketId, isUrged ? null : '未催办');
    });
    return { items: await Promise.all(answers) };
  }

  private async isUrged(ticketId: string, { actor, text }: { actor: string; text: string }): Promise<boolean> {
    const line =
      isUuid(ticketId) &&
      (await this.database.sql.about(ticketId).one(
        `SELECT 1 FROM ticket.history
         WHERE ticket_id = $1 AND name = 'urge' AND actor = $2 AND data->>'by' = 'batch' AND text->>'text' = $3`,
        [ticketId, actor, text],
      ));
    return Boolean(line);
  }

  private async standing(ticketId: string, refusal: string | null): Promise<Answer> {
    const row = isUuid(ticketId)
      ? await this.database.sql
          .about(ticketId)
          .one<{ number: string; urges: number }>(`SELECT number, urges FROM ticket.ticket WHERE id = $1`, [ticketId])
      : undefined;
    return { ticketId, number: row?.number ?? null, urges: row?.urges ?? null, refusal };
  }
}
