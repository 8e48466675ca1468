import { Alert, Button, Card, Form, type FormInstance } from 'antd';
import type { RouteAnswer } from '#http-api/routes';
import { problemWords } from '../api/problem-words';
import type { Values } from '../moves/field-row';
import { DraftNotice } from '../parts/draft-notice';
import { useDraft } from '../parts/use-draft';
import { useSubmit } from '../parts/use-submit';
import { submitOnCtrlEnter } from '../parts/submit-on-ctrl-enter';
import { CallerCard } from './caller-card';
import { CallerFields } from './caller-fields';
import { DispositionFields } from './disposition-fields';
import { JoinNotice } from './join-notice';
import { LookAlikes } from './look-alikes';
import { MatterFields } from './matter-fields';
import { joinedBy, registrationOf, type RegistrationValues } from './registration';
import { useJoining } from './use-joining';

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
  // Values of this form are the registration's own; a draft and what is refused know them by name only.
  const named = form as unknown as FormInstance<Values>;
  const draft = useDraft(named, 'register', blank);
  const { join, isJoining } = useJoining();
  const { submit, isBusy, error } = useSubmit('POST /api/tickets', named, '登记', (ticket, isShown) => {
    const intoId = joinedBy(form.getFieldsValue(true) as RegistrationValues);
    draft.drop();
    const registered = intoId ? join(ticket, intoId) : Promise.resolve(ticket);
    if (isShown) void registered.then(onRegistered);
  });
  return (
    <Form
      form={form}
      layout="vertical"
      className="register"
      initialValues={draft.initialValues}
      onValuesChange={draft.onValuesChange}
      onFinish={(values) => submit({ body: registrationOf(values) })}
      onKeyDown={submitOnCtrlEnter(form)}
      scrollToFirstError={{ focus: true }}
      autoComplete="off"
    >
      <Card size="small" className="register-form">
        <DraftNotice draft={draft} />
        <CallerFields />
        <MatterFields />
        <DispositionFields />
        <JoinNotice />
        {error && <Alert type="error" showIcon title={problemWords(error)} className="form-error" />}
        <div className="register-submit">
          <Button type="primary" htmlType="submit" size="large" loading={isBusy || isJoining}>
            登记
          </Button>
          <span className="quiet">Ctrl+Enter 提交</span>
        </div>
      </Card>
      <aside className="register-side">
        <LookAlikes />
        <CallerCard />
      </aside>
    </Form>
  );
}
