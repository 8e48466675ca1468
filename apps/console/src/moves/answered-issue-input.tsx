import { Form } from 'antd';
import { call } from '../api/call';
import { IssueSelect } from '../issues/issue-select';
import type { FieldProps } from './field-inputs';
import type { Values } from './field-row';

/** The hot issue as part of which is answered; what everybody is to answer of it is filled in where nothing stands yet. */
export function AnsweredIssueInput({ row, id, value, onChange }: Omit<FieldProps, 'target'>) {
  const form = Form.useFormInstance<Values>();
  const fill = async (issueId: string): Promise<void> => {
    const { answer } = await call('GET /api/issues/:id', { params: { id: issueId } });
    const field = row.fills ?? '';
    if (answer && !form.getFieldValue(field)) form.setFieldValue(field, answer.text);
  };
  const choose = (issueId: string | undefined): void => {
    onChange?.(issueId);
    // Who types an answer of their own needs nobody's.
    if (issueId !== undefined) void fill(issueId).catch(() => undefined);
  };
  return <IssueSelect id={id} value={value} onChange={choose} />;
}
