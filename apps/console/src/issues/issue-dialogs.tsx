import { Form, Input, Select } from 'antd';
import { useNavigate } from 'react-router-dom';
import { issueKinds, type IssueKind } from '#ticket/issue';
import { DepartmentInput } from '../directory/department-input';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import { optionsOf } from '../words/options';
import { IssueSelect } from './issue-select';
import type { IssueView } from './issue-row';
import { TicketNumbers } from './ticket-numbers';

interface DialogProps {
  readonly issue: IssueView;
  close(): void;
}
const required = [{ required: true, message: '请填写' }];
const chosen = [{ required: true, message: '请选择' }];
const of = ({ id, version }: IssueView) => ({ params: { id }, version });

export const NameIssue = ({ issue, close }: DialogProps) => (
  <Dialog title="命名热点" close={close}>
    <WriteForm
      route="POST /api/issues/:id/name"
      label="保存"
      initial={{ name: issue.title, kind: issue.kind }}
      requestOf={({ name, kind }) => ({ ...of(issue), body: { name: name as string, kind: kind as IssueKind } })}
      onDone={close}
    >
      <p className="quiet">命名后即由人管理：系统不再自动将其并入其他热点，话务员和承办单位可据以答复。</p>
      <Form.Item name="name" label="名称" rules={required}>
        <Input autoFocus maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label="类型">
        <Select options={optionsOf(issueKinds)} />
      </Form.Item>
    </WriteForm>
  </Dialog>
);

export const LeadIssue = ({ issue, close }: DialogProps) => (
  <Dialog title="指定牵头单位" close={close}>
    <WriteForm
      route="POST /api/issues/:id/lead"
      label="保存"
      initial={{ leadId: issue.lead?.id }}
      requestOf={({ leadId }) => ({ ...of(issue), body: { leadId: (leadId as string | undefined) ?? null } })}
      onDone={close}
    >
      <Form.Item name="leadId" label="牵头单位">
        <DepartmentInput />
      </Form.Item>
    </WriteForm>
  </Dialog>
);

export const AddTickets = ({ issue, close }: DialogProps) => (
  <Dialog title="归入工单" close={close}>
    <WriteForm
      route="POST /api/issues/:id/tickets"
      label="归入"
      requestOf={({ ticketIds }) => ({ ...of(issue), body: { ticketIds: ticketIds as string[] } })}
      onDone={close}
    >
      <Form.Item name="ticketIds" label="工单" rules={chosen}>
        <TicketNumbers />
      </Form.Item>
    </WriteForm>
  </Dialog>
);

export function JoinIssue({ issue, close }: DialogProps) {
  const navigate = useNavigate();
  return (
    <Dialog title="并入其他热点" close={close}>
      <WriteForm
        route="POST /api/issues/:id/join"
        label="并入"
        isDangerous
        requestOf={({ intoId }) => ({ ...of(issue), body: { intoId: intoId as string } })}
        onDone={({ id }) => void navigate(`/issues/${id}`)}
      >
        <p className="quiet">其工单、节点和口径一并转入，原事项不再变更。工单本身不并单。</p>
        <Form.Item name="intoId" label="并入" rules={chosen}>
          <IssueSelect except={issue.id} />
        </Form.Item>
      </WriteForm>
    </Dialog>
  );
}
