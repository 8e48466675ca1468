import { messageKindNames, messageKinds, type MessageKind } from '#ticket/message-kind';
import type { Sql } from '#store/sql';

/** The wording of one kind of message, in its newest version. */
export interface MessageTemplateRow {
  [column: string]: unknown;
  readonly kind: MessageKind;
  readonly version: number;
  readonly text: string;
  readonly isOn: boolean;
  /** Whether it is sent in quiet hours too. */
  readonly atNight: boolean;
  readonly at: Date;
}

/** The wording in force of each kind. */
export const readMessageTemplates = (sql: Sql): Promise<MessageTemplateRow[]> =>
  sql.query<MessageTemplateRow>(
    `SELECT DISTINCT ON (kind) kind, version, text, is_on AS "isOn", at_night AS "atNight", at FROM intake.message_template
     ORDER BY kind, version DESC`,
    [],
  );

export async function addTemplateVersion(
  sql: Sql,
  given: Pick<MessageTemplateRow, 'kind' | 'version' | 'text' | 'isOn' | 'atNight' | 'at'> & { readonly by: string },
): Promise<void> {
  const { kind, version, text, isOn, atNight, by, at } = given;
  await sql.query(
    `INSERT INTO intake.message_template (kind, version, text, is_on, at_night, by_account, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [kind, version, text, isOn, atNight, by, at],
  );
}

/** Gives each kind its first wording that has none yet: a new system all, an old one those that were added since. */
export async function seedMessageTemplates(sql: Sql, at: Date): Promise<void> {
  const rows = messageKindNames.map((kind) => {
    const { text, isOn } = messageKinds[kind];
    return { kind, version: 1, text, is_on: isOn, at_night: false, by_account: 'system', at };
  });
  await sql.query(
    `INSERT INTO intake.message_template SELECT r.* FROM json_populate_recordset(null::intake.message_template, $1) r
     WHERE NOT EXISTS (SELECT 1 FROM intake.message_template k WHERE k.kind = r.kind) ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}
