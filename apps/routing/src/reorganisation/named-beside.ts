import type { ReorganisationFigure } from '#http-api/reorganisation-shapes';
import type { Sql } from '#store/sql';
import { sourcesOf, type ReorganisationPlan } from './reorganisation-plan';

/** What beside tickets names those that end; ids, by the figure that counts them. `$1` are the sources, `$2` the instant. */
const namedBeside: Readonly<Record<ReorganisationPlan['kind'], Partial<Record<ReorganisationFigure, string>>>> = {
  department: {
    accounts: `SELECT id FROM ticket.account WHERE department_id = ANY($1::uuid[])`,
    units: `SELECT id FROM ticket.department WHERE parent_id = ANY($1::uuid[]) AND (valid_to IS NULL OR valid_to > ($2::timestamptz AT TIME ZONE 'Asia/Shanghai')::date)`,
    templates: `SELECT id FROM routing.reply_template WHERE department_id = ANY($1::uuid[]) AND ended_at IS NULL`,
  },
  area: {
    units: `SELECT code AS id FROM ticket.area WHERE parent_code = ANY($1::text[]) AND (valid_to IS NULL OR valid_to > ($2::timestamptz AT TIME ZONE 'Asia/Shanghai')::date)`,
    broadcasts: `SELECT id FROM ticket.broadcast WHERE area_code = ANY($1::text[]) AND withdrawn_at IS NULL AND valid_to > $2::timestamptz`,
  },
};

/** What of each figure there is, by ids. */
export async function readNamed(sql: Sql, plan: ReorganisationPlan, at: Date): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [figure, select] of Object.entries(namedBeside[plan.kind])) {
    const values = [sourcesOf(plan), ...(select.includes('$2') ? [at] : [])];
    const rows = await sql.query<{ id: string }>(`${select} ORDER BY 1`, values);
    found[figure] = rows.map(({ id }) => id);
  }
  return found;
}
