import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { TicketStore } from '#store/ticket-store';
import { isUuid } from '#store/uuid-v7';
import { Batches, type Outcome } from '#platform/batches';
import type { Caller } from '#platform/caller';

export type UrgesView = RouteAnswer<'POST /api/urges'>;
type Body = RouteInput<'POST /api/urges'>['body'];

/** 批量催办: each ticket by itself, so that one which cannot be urged leaves the others alone. */
@Injectable()
export class Urges {
  constructor(
    private readonly store: TicketStore,
    private readonly database: Database,
    private readonly batches: Batches,
  ) {}

  async urge({ ticketIds, text }: Body, caller: Caller): Promise<UrgesView> {
    const act = (id: string, writer: Caller) => this.store.apply(id, 'urge', { by: 'batch', text }, writer);
    return this.told(await this.batches.run({ ids: ticketIds, missing: '没有这个工单', act }, caller));
  }

  /** What was done before, as the tickets stand now. */
  async again({ ticketIds }: Body, key: string): Promise<UrgesView> {
    return this.told(await this.batches.again(ticketIds, key, '未催办'));
  }

  private async told(outcomes: readonly Outcome[]): Promise<UrgesView> {
    return { items: await Promise.all(outcomes.map((outcome) => this.standing(outcome))) };
  }

  private async standing({ id, refusal }: Outcome): Promise<UrgesView['items'][number]> {
    const row = isUuid(id)
      ? await this.database.sql
          .about(id)
          .one<{ number: string; urges: number }>(`SELECT number, urges FROM ticket.ticket WHERE id = $1`, [id])
      : undefined;
    return { ticketId: id, number: row?.number ?? null, urges: row?.urges ?? null, refusal };
  }
}
