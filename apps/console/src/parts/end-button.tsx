import { App, Button, Popconfirm } from 'antd';
import type { Route } from '#http-api/routes';
import { problemWords } from '../api/problem-words';
import type { CallRequest } from '../api/call';
import { useWrite } from '../api/use-write';

interface EndButtonProps<R extends Route> {
  readonly route: R;
  readonly request: CallRequest<R>;
  readonly label: string;
  /** What is asked before it is done. */
  readonly question: string;
}

/** Ends what stands in a row of a table, asked for once more. */
export function EndButton<R extends Extract<Route, `DELETE ${string}`>>(props: EndButtonProps<R>) {
  const { route, request, label, question } = props;
  const { message } = App.useApp();
  const end = useWrite(route);
  const send = (): void => end.mutate(request, { onError: (reason) => void message.error(problemWords(reason)) });
  return (
    <Popconfirm title={question} onConfirm={send} okText={label} cancelText="取消">
      <Button size="small" type="link" loading={end.isPending}>
        {label}
      </Button>
    </Popconfirm>
  );
}
