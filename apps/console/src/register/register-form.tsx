import { Alert, Button, Card, Form, type FormInstance } from 'antd';
import type { RouteAnswer } from '#http-api/routes';
import { problemIssues } from '../api/problem-issues';
import { problemWords } from '../api/problem-words';
import { shapeIssues } from '../api/shape-issues';
import { useWrite } from '../api/use-write';
import type { Values } from '../moves/field-row';
import { DraftNotice } from '../parts/draft-notice';
import { useDraft } from '../parts/use-draft';
import { submitOnCtrlEnter } from '../parts/submit-on-ctrl-enter';
import { CallerCard } from './caller-card';
import { CallerFields } from './caller-fields';
import { DispositionFields } from './disposition-fields';
import { MatterFields } from './matter-fields';
import { registrationOf, type RegistrationValues } from './registration';

const blank: Partial<RegistrationValues> = {
  type: 'help',
  urgency: 'normal',
  channel: 'phone',
  disposition: 'dispatch',
};

interface RegisterFormProps {
  onRegistered(ticket: RouteAnswer<'POST /api/tickets'>): void;
}

/** The call form: everything within reach of the keyboard, Ctrl+Enter registers. */
export function RegisterForm({ onRegistered }: RegisterFormProps) {
  const [form] = Form.useForm<RegistrationValues>();
  const register = useWrite('POST /api/tickets');
  // Values of this form are the registration's own; a draft knows them by name only.
  const draft = useDraft(form as unknown as FormInstance<Values>, 'register', blank);
  const done: RegisterFormProps['onRegistered'] = (ticket) => {
    draft.drop();
    onRegistered(ticket);
  };
  const submit = (values: RegistrationValues): void => {
    const body = registrationOf(values);
    const issues = shapeIssues('POST /api/tickets', body);
    if (issues.length > 0) return form.setFields(issues as Parameters<typeof form.setFields>[0]);
    register.mutate({ body }, { onSuccess: done, onError: (reason) => form.setFields(problemIssues(reason) as never) });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      className="register"
      initialValues={draft.initialValues}
      onValuesChange={draft.onValuesChange}
      onFinish={submit}
      onKeyDown={submitOnCtrlEnter(form)}
      scrollToFirstError={{ focus: true }}
      autoComplete="off"
    >
      <Card size="small" className="register-form">
        <DraftNotice draft={draft} />
        <CallerFields />
        <MatterFields />
        <DispositionFields />
        {register.error && <Alert type="error" showIcon title={problemWords(register.error)} className="form-error" />}
        <div className="register-submit">
          <Button type="primary" htmlType="submit" size="large" loading={register.isPending}>
            登记
          </Button>
          <span className="quiet">Ctrl+Enter 提交</span>
        </div>
      </Card>
      <CallerCard />
    </Form>
  );
}
