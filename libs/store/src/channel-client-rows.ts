import type { Channel } from '#ticket/channel';
import type { Sql } from './sql';

export interface ChannelClientRow {
  [column: string]: unknown;
  id: string;
  name: string;
  channels: Channel[];
  /** Networks it may ask from; any when there are none. */
  addresses: string[];
  madeAt: Date;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

export const clientSelect = `SELECT id, name, channels, addresses, made_at AS "madeAt", revoked_at AS "revokedAt",
  last_used_at AS "lastUsedAt" FROM ticket.channel_client`;

export async function addClient(
  sql: Sql,
  client: Pick<ChannelClientRow, 'id' | 'name' | 'channels' | 'addresses' | 'madeAt'> & { keyDigest: Buffer },
): Promise<void> {
  const { id, name, channels, addresses, madeAt, keyDigest } = client;
  await sql.query(
    `INSERT INTO ticket.channel_client (id, name, channels, addresses, key_digest, made_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, name, channels, addresses, keyDigest, madeAt],
  );
}

export async function editClient(
  sql: Sql,
  { id, name, channels, addresses }: Pick<ChannelClientRow, 'id' | 'name' | 'channels' | 'addresses'>,
): Promise<void> {
  await sql.query(`UPDATE ticket.channel_client SET name = $2, channels = $3, addresses = $4 WHERE id = $1`, [
    id,
    name,
    channels,
    addresses,
  ]);
}

/** The former key opens nothing from here on. */
export async function replaceClientKey(sql: Sql, id: string, keyDigest: Buffer): Promise<void> {
  await sql.query(`UPDATE ticket.channel_client SET key_digest = $2 WHERE id = $1`, [id, keyDigest]);
}

export async function revokeClient(sql: Sql, id: string, at: Date): Promise<void> {
  await sql.query(`UPDATE ticket.channel_client SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL`, [id, at]);
}

/** Once a minute is enough: a system that sends all day does not write a row with each message. */
export async function noteClientUse(sql: Sql, id: string, at: Date): Promise<void> {
  await sql.query(
    `UPDATE ticket.channel_client SET last_used_at = $2
     WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute')`,
    [id, at],
  );
}
