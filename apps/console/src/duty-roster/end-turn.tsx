import { App, Button, Popconfirm } from 'antd';
import { problemWords } from '../api/problem-words';
import { useWrite } from '../api/use-write';

/** Ends a turn, asked for once more. */
export function EndTurn({ id }: { id: string }) {
  const { message } = App.useApp();
  const end = useWrite('DELETE /api/duty-turns/:id');
  const send = (): void =>
    end.mutate({ params: { id } }, { onError: (reason) => void message.error(problemWords(reason)) });
  return (
    <Popconfirm title="确定结束值班？" onConfirm={send} okText="结束" cancelText="取消">
      <Button size="small" type="link" loading={end.isPending}>
        结束
      </Button>
    </Popconfirm>
  );
}
