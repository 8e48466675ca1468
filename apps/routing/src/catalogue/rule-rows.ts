import type { AdminChange } from '#store/admin-chain';
import type { Sql } from '#store/sql';
import type { CatalogueChange } from './catalogue-change';
import { ruleSelect, type DispatchRule } from './dispatch-rule';
import type { DraftedRule } from './drafted-rule';

/** Every version of every row. */
export const readRules = (sql: Sql): Promise<DispatchRule[]> =>
  sql.query<DispatchRule>(`SELECT ${ruleSelect} FROM routing.dispatch_rule ORDER BY id`, []);

export const readRule = (sql: Sql, id: string): Promise<DispatchRule | undefined> =>
  sql.one<DispatchRule>(`SELECT ${ruleSelect} FROM routing.dispatch_rule WHERE id = $1`, [id]);

/** Writes a change. Answers it as administrative events tell it, with the version before as it was. */
export async function writeChange(sql: Sql, change: CatalogueChange): Promise<AdminChange> {
  const { kind, before, rule } = change;
  if (kind === 'end') await endRow(sql, rule);
  else await writeDrafted(sql, change);
  return {
    subject: 'dispatch-rule',
    // All versions of a row are one subject.
    subjectId: rule.seriesId,
    action: kind === 'end' ? 'end' : before ? 'edit' : 'create',
    before: before && ruleTold(before),
    after: ruleTold(rule),
  };
}

async function writeDrafted(sql: Sql, { rule, ended }: DraftedRule): Promise<void> {
  for (const each of ended) await endRow(sql, each);
  const columns = Object.entries(columnsOf(rule));
  await sql.query(
    `INSERT INTO routing.dispatch_rule (${columns.map(([column]) => column).join(', ')})
     VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    columns.map(([, value]) => value),
  );
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

/** A row as administrative events tell it. */
function ruleTold({ id: _, seriesId: __, ...told }: DispatchRule): object {
  return told;
}
