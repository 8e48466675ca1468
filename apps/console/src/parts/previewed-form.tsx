import { Button, Form } from 'antd';
import { useState, type ReactNode } from 'react';
import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import type { CallRequest } from '../api/call';
import { useWrite } from '../api/use-write';
import { RefusedNotice } from './refused-notice';

/** Changes of rules that can be asked for without being made. */
type Previewed =
  | 'POST /api/time-limits'
  | 'POST /api/office-hours'
  | 'POST /api/dispatch-rules'
  | 'PATCH /api/dispatch-rules/:id'
  | 'POST /api/dispatch-rules/import'
  | 'POST /api/reorganisations';
type Body<R extends Previewed> = NonNullable<RouteRequest<R>['body']>;

interface PreviewedFormProps<R extends Previewed, Values> {
  readonly route: R;
  /** What the path names, where it names something. */
  readonly params?: RouteRequest<R>['params'];
  readonly initial: Values;
  readonly bodyOf: (values: Values) => Body<R>;
  /** What a change would do. */
  readonly previewOf: (answer: RouteAnswer<R>) => ReactNode;
  /** What is sent once it was seen, where that is more than was previewed. */
  readonly confirmed?: (body: Body<R>, seen: RouteAnswer<R>) => Body<R>;
  /** Whether what was seen may be saved at all. */
  readonly maySave?: (seen: RouteAnswer<R>) => boolean;
  readonly onSaved: (answer: RouteAnswer<R>) => void;
  readonly label?: string;
  readonly children: ReactNode;
}

/** A change of a rule: filled in, previewed, and only then saved; whatever is typed afterwards is previewed anew. */
export function PreviewedForm<R extends Previewed, Values extends object>(props: PreviewedFormProps<R, Values>) {
  const { route, params, initial, bodyOf, previewOf, onSaved, label = '保存', children } = props;
  const { confirmed = (body: Body<R>) => body, maySave = () => true } = props;
  const [seen, setSeen] = useState<{ body: Body<R>; answer: RouteAnswer<R> } | null>(null);
  const [preview, save] = [useWrite(route), useWrite(route)];
  const look = async (values: Values): Promise<void> => {
    const body = bodyOf(values);
    save.reset();
    const answer = await preview.mutateAsync({ params, query: { preview: 'true' }, body } as CallRequest<R>);
    setSeen({ body, answer });
  };
  const send = async ({ body, answer }: NonNullable<typeof seen>): Promise<void> => {
    onSaved(await save.mutateAsync({ params, body: confirmed(body, answer) }));
  };
  return (
    <Form<Values>
      name="previewed"
      layout="vertical"
      initialValues={initial}
      onValuesChange={() => setSeen(null)}
      onFinish={(values) => void look(values).catch(() => undefined)}
      autoComplete="off"
    >
      {children}
      <RefusedNotice error={save.error ?? preview.error} />
      {seen && previewOf(seen.answer)}
      <div className="previewed-buttons">
        <Button type={seen ? 'default' : 'primary'} htmlType="submit" loading={preview.isPending}>
          预览影响
        </Button>
        {seen && maySave(seen.answer) && (
          <Button type="primary" loading={save.isPending} onClick={() => void send(seen).catch(() => undefined)}>
            {label}
          </Button>
        )}
      </div>
    </Form>
  );
}
