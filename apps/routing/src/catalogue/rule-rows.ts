import type { AdminChange } from '#store/admin-chain';
import type { Sql } from '#store/sql';
import { ruleSelect, type DispatchRule } from './dispatch-rule';
import type { DraftedRule } from './drafted-rule';

/** Every version of every row. */
export const readRules = (sql: Sql): Promise<DispatchRule[]> =>
  sql.query<DispatchRule>(`SELECT ${ruleSelect} FROM routing.dispatch_rule ORDER BY id`, []);

export const readRule = (sql: Sql, id: string): Promise<DispatchRule | undefined> =>
  sql.one<DispatchRule>(`SELECT ${ruleSelect} FROM routing.dispatch_rule WHERE id = $1`, [id]);

/** Writes a row and when those before it end. Answers the change, with the version before it as it was. */
export async function writeDrafted(sql: Sql, { rule, before, ended }: DraftedRule): Promise<AdminChange> {
  for (const each of ended) await endRow(sql, each);
  const columns = Object.entries(columnsOf(rule));
  await sql.query(
    `INSERT INTO routing.dispatch_rule (${columns.map(([column]) => column).join(', ')})
     VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    columns.map(([, value]) => value),
  );
  return changeOf(before ? 'edit' : 'create', before, rule);
}

/** Answers the change. */
export async function writeEnd(sql: Sql, before: DispatchRule, after: DispatchRule): Promise<AdminChange> {
  await endRow(sql, after);
  return changeOf('end', before, after);
}

const endRow = (sql: Sql, { id, validTo }: DispatchRule): Promise<unknown> =>
  sql.query(`UPDATE routing.dispatch_rule SET valid_to = $2 WHERE id = $1`, [id, validTo]);

const columnsOf = (rule: DispatchRule) => ({
  id: rule.id,
  series_id: rule.seriesId,
  version: rule.version,
  category_code: rule.categoryCode,
  area_code: rule.areaCode,
  keywords: rule.keywords,
  types: rule.types,
  urgencies: rule.urgencies,
  channels: rule.channels,
  precedence: rule.precedence,
  lead_id: rule.leadId,
  co_handler_ids: rule.coHandlerIds,
  basis: rule.basis,
  urgency: rule.urgency,
  limit_class: rule.limitClass,
  valid_from: rule.validFrom,
  valid_to: rule.validTo,
});

/** All versions of a row are one subject. */
const changeOf = (action: AdminChange['action'], before: DispatchRule | null, after: DispatchRule): AdminChange => ({
  subject: 'dispatch-rule',
  subjectId: after.seriesId,
  action,
  before: before && ruleTold(before),
  after: ruleTold(after),
});

/** A row as administrative events tell it. */
function ruleTold({ id: _, seriesId: __, ...told }: DispatchRule): object {
  return told;
}
