import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';

/** A wording that a department answers by again and again; `departmentId` null is the whole house's, no category any. */
export interface ReplyTemplate {
  readonly title: string;
  readonly text: string;
  readonly categoryCode: string | null;
  readonly departmentId: string | null;
}

export interface ReplyTemplateRow extends ReplyTemplate {
  [column: string]: unknown;
  readonly id: string;
  readonly version: number;
  readonly changedAt: Date;
  readonly endedAt: Date | null;
}

export const templateSelect = `SELECT id, version, title, text, category_code AS "categoryCode",
  department_id AS "departmentId", changed_at AS "changedAt", ended_at AS "endedAt" FROM routing.reply_template`;

/** Those that a keeper sees: all, or these departments' and the whole house's; `$1` null for all. */
export const isSeen = '($1::uuid[] IS NULL OR department_id IS NULL OR department_id = ANY($1))';

/** @throws NotFound */
export async function readTemplate(
  sql: Sql,
  id: string,
  departmentIds: readonly string[] | null,
): Promise<ReplyTemplateRow> {
  const row = isUuid(id)
    ? await sql.one<ReplyTemplateRow>(`${templateSelect} WHERE id = $2 AND ${isSeen}`, [departmentIds, id])
    : undefined;
  if (!row) throw new NotFound('reply template');
  return row;
}

/** Its next version; the first where there is none. */
export async function writeTemplate(
  sql: Sql,
  { id, at }: { id: string; at: Date },
  { title, text, categoryCode, departmentId }: ReplyTemplate,
): Promise<void> {
  await sql.query(
    `INSERT INTO routing.reply_template AS t (id, version, title, text, category_code, department_id, changed_at)
     VALUES ($1, 1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO UPDATE SET version = t.version + 1, title = $2, text = $3, category_code = $4,
       department_id = $5, changed_at = $6`,
    [id, title, text, categoryCode, departmentId, at],
  );
}

export async function endTemplate(sql: Sql, { id, at }: { id: string; at: Date }): Promise<void> {
  await sql.query(`UPDATE routing.reply_template SET version = version + 1, ended_at = $2 WHERE id = $1`, [id, at]);
}
