import { Button, Form } from 'antd';
import { useState, type ReactNode } from 'react';
import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import type { CallRequest } from '../api/call';
import { useWrite } from '../api/use-write';
import { RefusedNotice } from '../parts/refused-notice';
import { MovesPreview } from './moves-preview';
import './recomputing.css';

/** Changes of rules that can be asked for without being made. */
type Previewed = 'POST /api/time-limits' | 'POST /api/office-hours';
type Body<R extends Previewed> = NonNullable<RouteRequest<R>['body']>;

interface PreviewedFormProps<R extends Previewed, Values> {
  readonly route: R;
  readonly initial: Values;
  readonly bodyOf: (values: Values) => Body<R>;
  readonly onSaved: () => void;
  readonly children: ReactNode;
}

/** A change of a rule: filled in, previewed, and only then saved; whatever is typed afterwards is previewed anew. */
export function PreviewedForm<R extends Previewed, Values extends object>(props: PreviewedFormProps<R, Values>) {
  const { route, initial, bodyOf, onSaved, children } = props;
  const [seen, setSeen] = useState<{ body: Body<R>; moves: RouteAnswer<Previewed>['moves'] } | null>(null);
  const [preview, save] = [useWrite(route), useWrite(route)];
  const look = async (values: Values): Promise<void> => {
    const body = bodyOf(values);
    const answer: unknown = await preview.mutateAsync({ query: { preview: 'true' }, body } as CallRequest<R>);
    setSeen({ body, moves: (answer as RouteAnswer<Previewed>).moves });
  };
  const send = async (body: Body<R>): Promise<void> => {
    await save.mutateAsync({ body });
    onSaved();
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
      {seen?.moves && <MovesPreview moves={seen.moves} />}
      <div className="previewed-buttons">
        <Button type={seen ? 'default' : 'primary'} htmlType="submit" loading={preview.isPending}>
          预览影响
        </Button>
        {seen && (
          <Button type="primary" loading={save.isPending} onClick={() => void send(seen.body).catch(() => undefined)}>
            保存
          </Button>
        )}
      </div>
    </Form>
  );
}
