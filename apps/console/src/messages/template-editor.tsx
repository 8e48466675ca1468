import { Form, Input, Switch } from 'antd';
import type { RouteRequest } from '#http-api/routes';
import { templateFault } from '#ticket/message-text';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import type { TemplateRow } from './message-row';
import { TemplatePreview } from './template-preview';

type Body = NonNullable<RouteRequest<'PUT /api/message-templates/:kind'>['body']>;

/** 修改模板: what is typed is checked and shown as it would be sent, before it is saved. */
export const TemplateEditor = ({ template, close }: { template: TemplateRow; close(): void }) => (
  <Dialog title={`修改模板　${template.label}`} width={680} close={close}>
    <WriteForm
      route="PUT /api/message-templates/:kind"
      label="保存"
      initial={{ text: template.text, isOn: template.isOn, atNight: template.atNight }}
      requestOf={(values) => ({
        params: { kind: template.kind },
        version: template.version,
        body: values as unknown as Body,
      })}
      onDone={close}
    >
      <Form.Item
        name="text"
        label="短信内容"
        extra={<Placeholders names={template.placeholders} />}
        rules={[{ validator: (_, text: string) => refusing(templateFault(template.kind, text)) }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => <TemplatePreview kind={template.kind} text={String(getFieldValue('text') ?? '')} />}
      </Form.Item>
      <div className="template-switches">
        <Form.Item name="isOn" label="启用" valuePropName="checked" layout="horizontal">
          <Switch />
        </Form.Item>
        <Form.Item name="atNight" label="夜间也发" valuePropName="checked" layout="horizontal">
          <Switch />
        </Form.Item>
      </div>
    </WriteForm>
  </Dialog>
);

const refusing = (fault: string | null): Promise<void> =>
  fault === null ? Promise.resolve() : Promise.reject(new Error(fault));

const Placeholders = ({ names }: { names: readonly string[] }) => (
  <>
    可用占位词：{names.map((name) => `{${name}}`).join(' ')}
    <br />
    放在 ［ ］ 中的部分，所含占位词没有内容时整段省略。
  </>
);
