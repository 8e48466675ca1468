import { Form, Input } from 'antd';
import { placeholderWords, replyPlaceholders, templatePlaceholders } from '#ticket/reply-text';
import type { RouteRequest } from '#http-api/routes';
import { CategoryInput } from '../directory/category-input';
import { DepartmentInput } from '../directory/department-input';
import { useUser } from '../identity/session';
import type { Values } from '../moves/field-row';
import { Dialog } from '../parts/dialog';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';
import type { TemplateRow } from './reply-templates-page';

type Body = NonNullable<RouteRequest<'POST /api/reply-templates'>['body']>;

/** One template: a new one, or the next version of one. */
export function TemplateEditor({ template, close }: { template?: TemplateRow; close(): void }) {
  const { roles, departmentId } = useUser();
  const below = roles.includes('admin') ? undefined : (departmentId ?? undefined);
  const fields = <Fields below={below} />;
  return (
    <Dialog title={template ? '修改答复模板' : '新增答复模板'} width={620} close={close}>
      {template ? (
        <WriteForm
          route="PUT /api/reply-templates/:id"
          label="保存"
          initial={valuesOf(template)}
          requestOf={(values) => ({ params: { id: template.id }, version: template.version, body: said(values) })}
          onDone={close}
        >
          {fields}
        </WriteForm>
      ) : (
        <WriteForm
          route="POST /api/reply-templates"
          label="新增"
          initial={{ departmentId: below }}
          requestOf={(values) => ({ body: said(values) })}
          onDone={close}
        >
          {fields}
        </WriteForm>
      )}
    </Dialog>
  );
}

const valuesOf = ({ title, text, category, department }: TemplateRow): Values => ({
  ...{ title, text },
  categoryCode: category?.code,
  departmentId: department?.id,
});

const said = ({ title, text, categoryCode, departmentId }: Values): Body => ({
  title: title as string,
  text: text as string,
  categoryCode: (categoryCode as string | undefined) ?? null,
  departmentId: (departmentId as string | undefined) ?? null,
});

const blanks = templatePlaceholders.filter((name) => !(replyPlaceholders as readonly string[]).includes(name));
const hint = `可用占位词：${placeholderWords(replyPlaceholders)}按工单填入；${placeholderWords(blanks)}留空，由经办人填写。`;

const Fields = ({ below }: { below?: string }) => (
  <>
    <Form.Item name="title" label="名称" rules={required}>
      <Input autoFocus maxLength={60} />
    </Form.Item>
    <Form.Item name="text" label="答复内容（公开）" rules={required} extra={hint}>
      <Input.TextArea autoSize={{ minRows: 5, maxRows: 14 }} maxLength={2_000} />
    </Form.Item>
    <div className="form-row">
      <Form.Item name="categoryCode" label="事项分类（含下级）">
        <CategoryInput placeholder="不限" />
      </Form.Item>
      <Form.Item name="departmentId" label="单位（含下级）" rules={below === undefined ? [] : required}>
        <DepartmentInput below={below} placeholder="全区通用" />
      </Form.Item>
    </div>
  </>
);
