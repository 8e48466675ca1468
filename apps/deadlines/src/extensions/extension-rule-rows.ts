import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import { defaultExtensionRules } from './default-extension-rules';
import type { ExtensionRule } from './extension-rule';

const source = '国办发〔2020〕53号, district defaults';

/** The rules in force. */
export const readExtensionRules = (sql: Sql): Promise<(ExtensionRule & Record<string, unknown>)[]> =>
  sql.query<ExtensionRule & Record<string, unknown>>(
    `SELECT id, version, type, urgency, nth, amount, unit, approver, source FROM deadlines.extension_rule
     WHERE valid_to IS NULL ORDER BY type, urgency, nth`,
    [],
  );

/** Gives a new system the rules it begins with. */
export async function seedExtensionRules(sql: Sql, now: Date): Promise<void> {
  if (await sql.one(`SELECT 1 FROM deadlines.extension_rule LIMIT 1`)) return;
  const rows = defaultExtensionRules.map((rule) => ({ id: uuidV7(now), ...rule }));
  await sql.query(
    `INSERT INTO deadlines.extension_rule (id, version, type, urgency, nth, amount, unit, approver, source, valid_from)
     SELECT id, 1, type, urgency, nth, amount, unit, approver, $2, '2020-01-01'
     FROM jsonb_populate_recordset(null::deadlines.extension_rule, $1)`,
    [JSON.stringify(rows), source],
  );
}

/** By what they hold for (type, urgency, and which extension): what the start tells the chain of administrative events. */
export const extensionRulesInForce = async (sql: Sql): Promise<Map<string, object>> =>
  new Map(
    (await readExtensionRules(sql)).map(({ type, urgency, nth, version, amount, unit, approver, source: from }) => [
      `${type ?? '*'}/${urgency ?? '*'}/${nth}`,
      { version, amount, unit, approver, source: from },
    ]),
  );
