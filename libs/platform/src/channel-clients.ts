import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#ticket/actor';
import type { Channel } from '#ticket/channel';
import { noteClientUse } from '#store/channel-client-rows';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { networksContain } from './networks-contain';
import { Refusal } from './problems';

/** Another system that brings tickets or tells of calls: known by a key, not by a session. */
export interface ChannelClient extends Actor {
  readonly channels: readonly Channel[];
  /** Networks it may ask from; any when there are none. */
  readonly addresses: readonly string[];
  /** What its tickets call their system. */
  readonly system: string | null;
  readonly readsReports: boolean;
}

interface ClientRow {
  [column: string]: unknown;
  id: string;
  name: string;
  channels: Channel[];
  addresses: string[];
  system: string | null;
  readsReports: boolean;
}

/** Knows other systems by their keys, of which only digests are kept. */
@Injectable()
export class ChannelClients {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whose key this is, unless it was revoked or has expired: every replica hears of that at once. */
  async byKey(key: string): Promise<ChannelClient | null> {
    const row = await this.database.sql.one<ClientRow>(
      `SELECT id, name, channels, addresses, system, reads_reports AS "readsReports" FROM ticket.channel_client
       WHERE key_digest = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)`,
      [digestOfKey(key), this.clock.now()],
    );
    if (!row) return null;
    await noteClientUse(this.database.sql, row.id, this.clock.now());
    return { ...row, roles: ['channel'], departmentIds: [] };
  }

  /** @throws Refusal for an address that its list does not name */
  checkAddress({ addresses }: ChannelClient, address: string): void {
    if (addresses.length > 0 && !networksContain(addresses, address))
      throw new Refusal('forbidden', '来源地址不在该接入方的许可范围内');
  }
}

/** A key is 32 random bytes: nobody finds it by trying, and a slow digest would only slow down the systems that send. */
export const digestOfKey = (key: string): Buffer => createHash('sha256').update(key).digest();
