import { Alert, Button, Card, Form, Input } from 'antd';
import type { RouteAnswer } from '#http-api/routes';
import { problemWords } from '../api/problem-words';
import type { Values } from '../moves/field-row';
import { DraftNotice } from '../parts/draft-notice';
import { submitOnCtrlEnter } from '../parts/submit-on-ctrl-enter';
import { useDraft } from '../parts/use-draft';
import { useSubmit } from '../parts/use-submit';
import type { CopyDraft } from './draft-card';

const route = 'POST /api/tickets/:id/third-party-copies';

interface CopyFormProps {
  readonly id: string;
  readonly draft: CopyDraft;
  onIssued(copy: RouteAnswer<typeof route>): void;
}

interface CopyValues {
  readonly title: string;
  readonly content: string;
  readonly place?: string;
  readonly reply?: string;
  readonly recipient: string;
  readonly purpose: string;
}

/** The copy as it will leave the house: read, corrected, and addressed. */
export function CopyForm({ id, draft, onIssued }: CopyFormProps) {
  const [form] = Form.useForm<Values>();
  const initial = {
    title: draft.title.text,
    content: draft.content.text,
    place: draft.place?.text,
    reply: draft.reply?.text,
  };
  const kept = useDraft(form, `third-party-copy ${id}`, initial);
  const { submit, isBusy, error } = useSubmit(route, form, '出具副本', (copy, isShown) => {
    kept.drop();
    if (isShown) onIssued(copy);
  });
  return (
    <Card size="small" title="副本（可修改）">
      <Form
        form={form}
        name="third-party-copy"
        layout="vertical"
        initialValues={kept.initialValues}
        onValuesChange={kept.onValuesChange}
        onFinish={(values) => submit({ params: { id }, body: values as unknown as CopyValues })}
        onKeyDown={submitOnCtrlEnter(form)}
        scrollToFirstError
        autoComplete="off"
      >
        <p className="quiet form-note">请逐字核对：自动处理可能有遗漏。只能再删，不能补回身份信息。</p>
        <DraftNotice draft={kept} />
        <CopyFields />
        {error && <Alert type="error" showIcon title={problemWords(error)} className="form-error" />}
        <Button type="primary" htmlType="submit" loading={isBusy} title="Ctrl+Enter">
          出具副本
        </Button>
      </Form>
    </Card>
  );
}

const CopyFields = () => (
  <>
    <Form.Item name="title" label="标题" required>
      <Input.TextArea autoSize={{ minRows: 1 }} />
    </Form.Item>
    <Form.Item name="content" label="诉求内容">
      <Input.TextArea autoSize={{ minRows: 6 }} />
    </Form.Item>
    <Form.Item name="place" label="地点">
      <Input.TextArea autoSize={{ minRows: 1 }} />
    </Form.Item>
    <Form.Item name="reply" label="公开答复">
      <Input.TextArea autoSize={{ minRows: 2 }} />
    </Form.Item>
    <Form.Item name="recipient" label="接收方" required>
      <Input placeholder="对方单位名称" />
    </Form.Item>
    <Form.Item name="purpose" label="用途" required>
      <Input.TextArea autoSize={{ minRows: 2 }} placeholder="为什么要把内容给对方，会记入工单办理过程" />
    </Form.Item>
  </>
);
