import { App, Button } from 'antd';
import { problemWords } from '../api/problem-words';
import { useWrite } from '../api/use-write';

/** Gives one job another try. */
export function Requeue({ id }: { id: string }) {
  const { message } = App.useApp();
  const requeue = useWrite('POST /api/dead-letters/:id/requeue');
  const start = (): void =>
    requeue.mutate(
      { params: { id }, body: {} },
      {
        onSuccess: () => void message.success('已重新放入处理队列'),
        onError: (reason) => void message.error(problemWords(reason)),
      },
    );
  return (
    <Button size="small" loading={requeue.isPending} onClick={start}>
      重新处理
    </Button>
  );
}
