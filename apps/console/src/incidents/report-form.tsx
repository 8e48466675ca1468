import { Form, Input, Select } from 'antd';
import { useNavigate } from 'react-router-dom';
import type { RouteRequest } from '#http-api/routes';
import { DiscardDraft } from './discard-draft';
import { InstantInput } from '../parts/instant-input';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';
import type { Report } from './report-page';

type Body = NonNullable<RouteRequest<'PUT /api/incident-reports/:id'>['body']>;

/** A draft as it is written; what it will look like stands beside it, as it was saved last. */
export function ReportForm({ report }: { report: Report }) {
  const navigate = useNavigate();
  return (
    <section aria-label="编辑快报">
      <WriteForm
        route="PUT /api/incident-reports/:id"
        label="保存草稿"
        initial={report.content}
        requestOf={(values) => ({
          params: { id: report.id },
          version: report.version,
          body: { ...values, next: values['next'] ?? '', copiesTo: values['copiesTo'] ?? [] } as Body,
        })}
        onDone={() => undefined}
      >
        <ReportFields />
      </WriteForm>
      <DiscardDraft id={report.id} onDone={() => void navigate(`/incidents/${report.incidentId}`)} />
    </section>
  );
}

const ReportFields = () => (
  <>
    <Form.Item name="title" label="标题" rules={required}>
      <Input maxLength={100} />
    </Form.Item>
    <Form.Item name="occurredAt" label="发生时间" rules={required}>
      <InstantInput />
    </Form.Item>
    <Form.Item name="place" label="地点" rules={required}>
      <Input maxLength={200} />
    </Form.Item>
    <Form.Item name="matter" label="事件情况" rules={required} extra="不写诉求人的姓名、电话、证件号、车牌和住址。">
      <Input.TextArea autoSize={{ minRows: 4 }} maxLength={5_000} />
    </Form.Item>
    <Form.Item name="casualties" label="伤亡情况" rules={required}>
      <Input.TextArea autoSize={{ minRows: 1 }} maxLength={1_000} placeholder="如：无人员伤亡。" />
    </Form.Item>
    <Form.Item name="measures" label="处置措施" rules={required}>
      <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5_000} />
    </Form.Item>
    <Form.Item name="next" label="下步工作">
      <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2_000} />
    </Form.Item>
    <Form.Item name="addressees" label="主送" rules={required}>
      <Select mode="tags" open={false} suffix={null} tokenSeparators={['、', '，', ',']} placeholder="输入后回车" />
    </Form.Item>
    <Form.Item name="copiesTo" label="抄送">
      <Select mode="tags" open={false} suffix={null} tokenSeparators={['、', '，', ',']} placeholder="输入后回车" />
    </Form.Item>
  </>
);
