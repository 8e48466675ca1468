import type { MessageProvider } from '#ticket/message-state';

import type { Sql } from '#store/sql';

/** How messages leave the house: one row, whose secret is sealed. */
export interface MessageSettingsRow {
  [column: string]: unknown;
  readonly version: number;
  readonly quietFrom: string;
  readonly quietTo: string;
  /** A message that could not be delivered for so long is given up. */
  readonly giveUpHours: number;
  readonly provider: MessageProvider;
  readonly webhookUrl: string | null;
  readonly trackingUrl: string | null;
  readonly ratingUrl: string | null;
  readonly changedAt: Date;
  readonly sealed: Buffer | null;
  readonly wrappedKey: Buffer | null;
}

/** What of it is edited, and told by the administrative event. */
type EditedSettings = Pick<
  MessageSettingsRow,
  'quietFrom' | 'quietTo' | 'giveUpHours' | 'provider' | 'webhookUrl' | 'trackingUrl' | 'ratingUrl'
>;

const select = `SELECT version, quiet_from AS "quietFrom", quiet_to AS "quietTo", give_up_hours AS "giveUpHours", provider,
  webhook_url AS "webhookUrl", tracking_url AS "trackingUrl", rating_url AS "ratingUrl", changed_at AS "changedAt", sealed,
  wrapped_key AS "wrappedKey" FROM intake.message_settings`;

/** What the migration wrote is there for good. */
export async function readMessageSettings(sql: Sql): Promise<MessageSettingsRow> {
  const row = await sql.one<MessageSettingsRow>(select, []);
  if (!row) throw new Error('the settings of messages are gone from the database');
  return row;
}

export async function editMessageSettings(sql: Sql, edited: EditedSettings, at: Date): Promise<void> {
  const { quietFrom, quietTo, giveUpHours, provider, webhookUrl, trackingUrl, ratingUrl } = edited;
  await sql.query(
    `UPDATE intake.message_settings SET version = version + 1, quiet_from = $1, quiet_to = $2, give_up_hours = $3, provider = $4,
       webhook_url = $5, tracking_url = $6, rating_url = $7, changed_at = $8`,
    [quietFrom, quietTo, giveUpHours, provider, webhookUrl, trackingUrl, ratingUrl, at],
  );
}

/** What the provider is sent, and what it reports, is signed by this secret from here on. */
export async function replaceMessageSecret(
  sql: Sql,
  { sealed, wrappedKey }: { readonly sealed: Buffer; readonly wrappedKey: Buffer },
  at: Date,
): Promise<void> {
  await sql.query(
    `UPDATE intake.message_settings SET version = version + 1, sealed = $1, wrapped_key = $2, changed_at = $3`,
    [sealed, wrappedKey, at],
  );
}
