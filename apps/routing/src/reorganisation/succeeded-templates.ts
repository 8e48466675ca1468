import type { AdminChange } from '#store/admin-chain';
import type { Sql } from '#store/sql';
import type { Directory } from '#platform/directory';
import { templateSelect, writeTemplate, type ReplyTemplateRow } from '../reply-templates/reply-template-rows';
import { heirIn, sourcesOf, type ReorganisationPlan } from './reorganisation-plan';

/** The reply templates of those that end are their heirs', each by its category, as its next version. */
export async function succeedTemplates(
  sql: Sql,
  plan: ReorganisationPlan,
  { directory, at }: { directory: Directory; at: Date },
): Promise<AdminChange[]> {
  const held = await sql.query<ReplyTemplateRow>(
    `${templateSelect} WHERE department_id = ANY($1::uuid[]) AND ended_at IS NULL ORDER BY id`,
    [sourcesOf(plan)],
  );
  const changes: AdminChange[] = [];
  for (const { id, version, title, text, categoryCode, departmentId } of held) {
    const heir = heirIn(plan, directory.matterOf({ categoryCode, areaCode: null }));
    await writeTemplate(sql, { id, at }, { title, text, categoryCode, departmentId: heir });
    const told = { title, text, categoryCode };
    changes.push({
      subject: 'reply-template',
      subjectId: id,
      action: 'edit',
      before: { version, ...told, departmentId },
      after: { version: version + 1, ...told, departmentId: heir },
    });
  }
  return changes;
}
