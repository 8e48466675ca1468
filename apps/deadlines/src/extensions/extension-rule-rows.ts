import { shanghaiDate } from '#calendar/shanghai-time';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import { defaultExtensionRules } from './default-extension-rules';
import type { ExtensionRule } from './extension-rule';

type Read = ExtensionRule & Record<string, unknown>;

const source = '国办发〔2020〕53号，本区默认值';
const select = `SELECT id, version, type, urgency, nth, amount, unit, approver, source, valid_to::text AS "validTo"
  FROM deadlines.extension_rule`;

/** The rules in force. */
export const readExtensionRules = (sql: Sql): Promise<Read[]> =>
  sql.query<Read>(`${select} WHERE valid_to IS NULL ORDER BY type, urgency, nth`, []);

/** Every version of every rule. */
export const extensionRuleVersions = (sql: Sql): Promise<Read[]> => sql.query<Read>(select, []);

/** Gives a new system the rules it begins with. */
export async function seedExtensionRules(sql: Sql, now: Date): Promise<void> {
  if (await sql.one(`SELECT 1 FROM deadlines.extension_rule LIMIT 1`)) return;
  const rows = defaultExtensionRules.map((rule) => ({ type: null, urgency: null, ...rule, source }));
  for (const row of rows) await addExtensionRule(sql, { ...row, id: uuidV7(now), version: 1, validFrom: '2020-01-01' });
}

/** The caller's transaction is an administrative write, or the house's start. */
export async function addExtensionRule(
  sql: Sql,
  rule: Omit<ExtensionRule, 'validTo'> & { readonly validFrom: string },
): Promise<void> {
  const { id, version, type, urgency, nth, amount, unit, approver, source: from, validFrom } = rule;
  await sql.query(
    `INSERT INTO deadlines.extension_rule (id, version, type, urgency, nth, amount, unit, approver, source, valid_from)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, version, type, urgency, nth, amount, unit, approver, from, validFrom],
  );
}

/** Ends a version, which stays. The caller's transaction is an administrative write. */
export async function endExtensionRule(sql: Sql, { id }: Pick<ExtensionRule, 'id'>, at: Date): Promise<void> {
  await sql.query(`UPDATE deadlines.extension_rule SET valid_to = $2 WHERE id = $1`, [id, shanghaiDate(at)]);
}

/** What names a rule whatever its version: whose it is, and which extension; such as `complaint.2` or `urgent.1`. */
export const extensionRuleName = ({ type, urgency, nth }: Pick<ExtensionRule, 'type' | 'urgency' | 'nth'>): string =>
  `${type ?? urgency}.${nth}`;

/** What may be changed of a rule, and its version, as administrative events tell it. */
export const toldOfRule = ({
  version,
  amount,
  unit,
  approver,
  source: from,
}: ExtensionRule): Record<string, unknown> => ({
  ...{ version, amount, unit, approver, source: from },
});

/** What the start tells the chain of administrative events. */
export const extensionRulesInForce = async (sql: Sql): Promise<Map<string, object>> =>
  new Map((await readExtensionRules(sql)).map((rule) => [extensionRuleName(rule), toldOfRule(rule)]));
