import { Injectable } from '@nestjs/common';
import type { Channel } from '#ticket/channel';
import type { RouteAnswer } from '#http-api/routes';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import type { ChannelClient } from '#platform/channel-clients';

type Told = RouteAnswer<'POST /api/channels/:channel/tickets'>;

/** Other systems' messages that have become tickets. */
@Injectable()
export class KnownMessages {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
  ) {}

  /** What a message is known by: some senders number theirs by a telephone, so the number itself is not kept. */
  digest({ id }: ChannelClient, channel: Channel | 'instruction' | 'file', messageId: string): string {
    return this.keys.digest('idempotency', JSON.stringify([id, channel, messageId])).toString('base64url');
  }

  /** The ticket that a message has become, or was about; null for one that is new. */
  async ticketOf(digest: string): Promise<string | null> {
    const known = await this.database.sql.one<{ id: string }>(
      `SELECT reference AS id FROM ticket.ticket_key WHERE kind = 'message' AND value = $1`,
      [digest],
    );
    return known?.id ?? null;
  }

  /** What its sender was answered; null for a message that is new. */
  async answered(digest: string): Promise<Told | null> {
    const id = await this.ticketOf(digest);
    if (id === null) return null;
    const told = await this.database.sql
      .about(id)
      .one<Told>(`SELECT number, tracking_code AS code FROM ticket.ticket WHERE id = $1`, [id]);
    return told ?? null;
  }
}
