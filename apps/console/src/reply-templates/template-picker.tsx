import { Form, Select } from 'antd';
import { useAnswer } from '../api/use-answer';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import type { Values } from '../moves/field-row';

/** Offers the templates that fit a part; what is chosen joins what is typed already, and stays to be edited. */
export function TemplatePicker({ partId, field }: { partId: string; field: string }) {
  const form = Form.useFormInstance<Values>();
  const { roles } = useUser();
  const enabled = mayCall('GET /api/assignments/:id/reply-templates', roles);
  const offered = useAnswer('GET /api/assignments/:id/reply-templates', { params: { id: partId } }, { enabled });
  const items = offered.data?.items ?? [];
  if (items.length === 0) return null;
  const fill = (id: string): void => {
    const text = items.find((item) => item.id === id)?.text;
    form.setFieldValue(field, [form.getFieldValue(field) as unknown, text].filter(Boolean).join('\n'));
  };
  return (
    <Select<string | null>
      aria-label="选用答复模板"
      placeholder="选用答复模板"
      className="wide"
      value={null}
      onSelect={(id) => id !== null && fill(id)}
      options={items.map(({ id, title, category, department }) => ({
        value: id,
        label: `${title}（${category?.name ?? '不限分类'}，${department?.name ?? '全区通用'}）`,
      }))}
    />
  );
}
