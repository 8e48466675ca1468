import type { KeyRing } from '#store/key-ring';
import type { Sql } from '#store/sql';
import type { Listener } from '#platform/posting/signed-post';

/** To where notices are sent: one row, whose secret is sealed. */
export interface NoticeSettingsRow {
  [column: string]: unknown;
  readonly version: number;
  readonly webhookUrl: string | null;
  readonly sealed: Buffer | null;
  readonly wrappedKey: Buffer | null;
  readonly changedAt: Date;
}

/** What the migration wrote is there for good. */
export async function readNoticeSettings(sql: Sql): Promise<NoticeSettingsRow> {
  const row = await sql.one<NoticeSettingsRow>(
    `SELECT version, webhook_url AS "webhookUrl", sealed, wrapped_key AS "wrappedKey", changed_at AS "changedAt" FROM deadlines.notice_settings`,
    [],
  );
  if (!row) throw new Error('the settings of notices are gone from the database');
  return row;
}

/** `secret` stays what it was where none is given. */
export async function writeNoticeSettings(
  sql: Sql,
  webhookUrl: string | null,
  secret: { readonly sealed: Buffer; readonly wrappedKey: Buffer } | null,
  at: Date,
): Promise<void> {
  await sql.query(
    `UPDATE deadlines.notice_settings SET version = version + 1, webhook_url = $1, sealed = coalesce($2, sealed),
       wrapped_key = coalesce($3, wrapped_key), changed_at = $4`,
    [webhookUrl, secret?.sealed ?? null, secret?.wrappedKey ?? null, at],
  );
}

/** Where the gateway is, and by which secret both sides sign; null while either is not set. */
export const noticeListener = (
  keys: KeyRing,
  { webhookUrl, sealed, wrappedKey }: NoticeSettingsRow,
): Listener | null =>
  webhookUrl && sealed && wrappedKey ? { url: webhookUrl, secret: keys.open(sealed, wrappedKey) } : null;
