import type { Sql } from '#store/sql';

/** A dispatch rule that a system begins with. */
interface RuleSeed {
  readonly id: string;
  readonly category_code: string | null;
  readonly area_code: string | null;
  readonly lead_id: string;
}

/** Writes the first version of each of these rules. */
export async function seedRules(sql: Sql, rules: readonly RuleSeed[]): Promise<void> {
  await sql.query(
    `INSERT INTO routing.dispatch_rule (id, series_id, version, category_code, area_code, lead_id, co_handler_ids, basis, valid_from)
     SELECT id, id, 1, category_code, area_code, lead_id, '{}', '系统初始规则', '2020-01-01'
     FROM jsonb_populate_recordset(null::routing.dispatch_rule, $1)`,
    [JSON.stringify(rules)],
  );
}
