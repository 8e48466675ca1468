import type { Channel } from '#ticket/channel';
import { asBytea } from './citizen';
import type { Sql } from './sql';

export interface ChannelClientRow {
  [column: string]: unknown;
  id: string;
  name: string;
  channels: Channel[];
  /** Networks it may ask from; any when there are none. */
  addresses: string[];
  /** What tickets of it call their system; null when none are to come back to it. */
  system: string | null;
  /** Where it is told what becomes of its tickets. */
  webhookUrl: string | null;
  hasSecret: boolean;
  /** Whether it may read reports. */
  readsReports: boolean;
  /** When its key opens nothing any more; null for never. */
  expiresAt: Date | null;
  madeAt: Date;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

export const clientSelect = `SELECT id, name, channels, addresses, system, webhook_url AS "webhookUrl",
  sealed IS NOT NULL AS "hasSecret", reads_reports AS "readsReports", expires_at AS "expiresAt", made_at AS "madeAt", revoked_at AS "revokedAt",
  last_used_at AS "lastUsedAt" FROM ticket.channel_client`;

type EditedField = 'name' | 'channels' | 'addresses' | 'system' | 'webhookUrl' | 'readsReports' | 'expiresAt';

export async function addClient(
  sql: Sql,
  client: Pick<ChannelClientRow, 'id' | 'madeAt' | EditedField> & { keyDigest: Buffer },
): Promise<void> {
  const { id, name, channels, addresses, system, webhookUrl, readsReports, expiresAt, madeAt, keyDigest } = client;
  await sql.query(
    `INSERT INTO ticket.channel_client (id, name, channels, addresses, system, webhook_url, reads_reports, expires_at,
       key_digest, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, name, channels, addresses, system, webhookUrl, readsReports, expiresAt, keyDigest, madeAt],
  );
}

export async function editClient(
  sql: Sql,
  {
    id,
    name,
    channels,
    addresses,
    system,
    webhookUrl,
    readsReports,
    expiresAt,
  }: Pick<ChannelClientRow, 'id' | EditedField>,
): Promise<void> {
  await sql.query(
    `UPDATE ticket.channel_client SET name = $2, channels = $3, addresses = $4, system = $5, webhook_url = $6,
       reads_reports = $7, expires_at = $8 WHERE id = $1`,
    [id, name, channels, addresses, system, webhookUrl, readsReports, expiresAt],
  );
}

/** What it is told is signed by this secret from here on. */
export async function replaceClientSecret(
  sql: Sql,
  id: string,
  { sealed, wrappedKey }: { readonly sealed: Buffer; readonly wrappedKey: Buffer },
): Promise<void> {
  await sql.query(`UPDATE ticket.channel_client SET sealed = $2, wrapped_key = $3 WHERE id = $1`, [
    id,
    asBytea(sealed),
    asBytea(wrappedKey),
  ]);
}

/** Those that say where they want to be told of their tickets, and by which secret it is signed. */
export const listeningClients = (
  sql: Sql,
): Promise<{ system: string; url: string; sealed: Buffer; wrappedKey: Buffer }[]> =>
  sql.query(
    `SELECT system, webhook_url AS url, sealed, wrapped_key AS "wrappedKey" FROM ticket.channel_client
     WHERE revoked_at IS NULL AND system IS NOT NULL AND webhook_url IS NOT NULL AND sealed IS NOT NULL`,
    [],
  );

/** Whether a client `c` reads reports at an instant, and says where it wants to be told of one. @param at an instant's place */
export const isReportListener = (at: string): string =>
  `(c.reads_reports AND c.webhook_url IS NOT NULL AND c.sealed IS NOT NULL AND c.revoked_at IS NULL
    AND (c.expires_at IS NULL OR c.expires_at > ${at}))`;

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
