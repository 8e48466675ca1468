import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import type { Route, RouteAnswer } from '#http-api/routes';
import type { CallRequest } from '../api/call';
import type { Values } from '../moves/field-row';
import { RefusedNotice } from './refused-notice';
import { useSubmit } from './use-submit';

interface WriteFormProps<R extends Route> {
  readonly route: R;
  /** What the button says, and what is done. */
  readonly label: string;
  readonly isDangerous?: boolean;
  readonly initial?: Values;
  /** What the fields ask for; nothing when they ask for nothing. */
  readonly requestOf: (values: Values) => CallRequest<R> | undefined;
  readonly onDone: (answer: RouteAnswer<R>) => void;
  readonly children?: ReactNode;
}

/** A short form of one operation, with fields or with nothing but its button; keeps nothing of what was typed. */
export function WriteForm<R extends Route>(props: WriteFormProps<R>) {
  const { route, label, isDangerous, initial, requestOf, onDone, children } = props;
  const [form] = Form.useForm<Values>();
  const { submit, isBusy, error } = useSubmit(route, form, label, onDone);
  return (
    <Form
      form={form}
      // A list's filters may stand behind it: the name keeps their fields' ids apart.
      name="write"
      layout="vertical"
      initialValues={initial}
      // What was wrong with a field is about what it held then.
      onValuesChange={(changed: Values) =>
        form.setFields(Object.keys(changed).map((name) => ({ name: [name], errors: [] })))
      }
      onFinish={(values) => {
        const request = requestOf(values);
        if (request) submit(request);
      }}
      scrollToFirstError={{ focus: true }}
      autoComplete="off"
    >
      {children}
      <RefusedNotice error={error} />
      <Button type="primary" htmlType="submit" danger={isDangerous} loading={isBusy}>
        {label}
      </Button>
    </Form>
  );
}
