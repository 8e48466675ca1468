import { Form, Input, Select } from 'antd';
import { useNavigate } from 'react-router-dom';
import { issueKinds, type IssueKind } from '#ticket/issue';
import { DepartmentInput } from '../directory/department-input';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import { optionsOf } from '../words/options';

const required = [{ required: true, message: '请填写' }];

/** An issue that is taken on before anybody asks: 每月一题, 民生实事. */
export function BeginIssue({ close }: { close(): void }) {
  const navigate = useNavigate();
  return (
    <Dialog title="新建事项" close={close}>
      <WriteForm
        route="POST /api/issues"
        label="新建"
        initial={{ kind: 'monthly' }}
        requestOf={({ name, kind, leadId }) => ({
          body: { name: name as string, kind: kind as IssueKind, leadId: (leadId as string | undefined) ?? null },
        })}
        onDone={({ id }) => void navigate(`/issues/${id}`)}
      >
        <Form.Item name="name" label="名称" rules={required}>
          <Input autoFocus maxLength={60} />
        </Form.Item>
        <Form.Item name="kind" label="类型">
          <Select options={optionsOf(issueKinds)} />
        </Form.Item>
        <Form.Item name="leadId" label="牵头单位">
          <DepartmentInput />
        </Form.Item>
      </WriteForm>
    </Dialog>
  );
}
