import { Alert, App, Button, Card, Form, type FormInstance } from 'antd';
import { useState } from 'react';
import type { RouteAnswer } from '#http-api/routes';
import { problemWords } from '../api/problem-words';
import { useUser } from '../identity/session';
import type { Values } from '../moves/field-row';
import { DraftNotice } from '../parts/draft-notice';
import { leafPaths } from '../parts/leaf-paths';
import { overlaid } from '../parts/overlaid';
import { useSubmit } from '../parts/use-submit';
import { submitOnCtrlEnter } from '../parts/submit-on-ctrl-enter';
import { CallBar } from './call-bar';
import { CallerCard } from './caller-card';
import { CallerFields } from './caller-fields';
import { DispositionFields } from './disposition-fields';
import { takeInHand } from './draft-in-hand';
import { DraftList } from './draft-list';
import type { DraftSaver } from './draft-saver';
import { DraftConflict, DraftStatus } from './draft-status';
import { FittingBroadcasts } from './fitting-broadcasts';
import { JoinNotice } from './join-notice';
import { LookAlikes } from './look-alikes';
import { MatterFields } from './matter-fields';
import { joinedBy, registrationOf, type RegistrationValues } from './registration';
import { useDraftAddress } from './use-draft-address';
import { useJoining } from './use-joining';

const blank: Partial<RegistrationValues> = {
  type: 'help',
  urgency: 'normal',
  channel: 'phone',
  disposition: 'dispatch',
};

interface RegisterFormProps {
  readonly saver: DraftSaver;
  /** Another draft, or a blank form. */
  open(draftId?: string): void;
  onRegistered(ticket: RouteAnswer<'POST /api/tickets'>): void;
}

/** The call form: everything within reach of the keyboard, Ctrl+Enter registers. */
export function RegisterForm({ saver, open, onRegistered }: RegisterFormProps) {
  const { id: accountId } = useUser();
  const { message } = App.useApp();
  const [form] = Form.useForm<RegistrationValues>();
  // Values of this form are the registration's own; a draft and what is refused know them by name only.
  const named = form as unknown as FormInstance<Values>;
  const [initialValues] = useState(() => overlaid(blank as Values, saver.values));
  const [isRestored] = useState(saver.state !== 'empty' && saver.callId === null);
  const { join, isJoining } = useJoining();
  const { submit, isBusy, error } = useSubmit('POST /api/tickets', named, '登记', (ticket, isShown) => {
    const intoId = joinedBy(form.getFieldsValue(true) as RegistrationValues);
    const registered = intoId ? join(ticket, intoId) : Promise.resolve(ticket);
    if (!isShown) return saver.forget();
    void registered.then((shown) => {
      onRegistered(shown);
      // Not before: while the form stands, the page would ask for a draft that has become a ticket.
      saver.forget();
    });
  });
  useDraftAddress(saver, open);
  const another = (draftId?: string): void => {
    takeInHand(accountId, null);
    open(draftId);
  };
  return (
    <Form
      form={form}
      layout="vertical"
      className="register"
      initialValues={initialValues}
      onValuesChange={(changed: Values) => {
        if (!isJoining) saver.change(named.getFieldsValue(true) as Values);
        // What was wrong with a field is about what it held then.
        named.setFields(leafPaths(changed).map((path) => ({ name: path, errors: [] })));
      }}
      onFinish={() =>
        void saver
          .settle()
          .then((draftId) => submit({ body: registrationOf(form.getFieldsValue(true) as RegistrationValues, draftId) }))
      }
      onKeyDown={submitOnCtrlEnter(form)}
      scrollToFirstError={{ focus: true }}
      autoComplete="off"
    >
      <Card size="small" className="register-form">
        <DraftNotice draft={{ isRestored, discard: () => void saver.discard().finally(() => another()) }} />
        {saver.callId !== null && <CallBar callId={saver.callId} leave={() => another()} />}
        <DraftConflict saver={saver} load={() => another(saver.id)} failed={(reason) => void message.error(reason)} />
        <CallerFields />
        <MatterFields />
        <DispositionFields />
        <JoinNotice />
        {error && <Alert type="error" showIcon title={problemWords(error)} className="form-error" />}
        <div className="register-submit">
          <Button type="primary" htmlType="submit" size="large" loading={isBusy || isJoining}>
            登记
          </Button>
          <Button onClick={() => another()}>另登记一件</Button>
          <span className="quiet">Ctrl+Enter 提交</span>
          <DraftStatus saver={saver} />
        </div>
      </Card>
      <aside className="register-side">
        <DraftList openId={saver.id} open={another} />
        <FittingBroadcasts />
        <LookAlikes />
        <CallerCard />
      </aside>
    </Form>
  );
}
