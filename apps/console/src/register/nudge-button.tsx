import { App, Button } from 'antd';
import { problemWords } from '../api/problem-words';
import { useWrite } from '../api/use-write';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';

/** 催单: this call asks again for what was registered before; counted there, and no new ticket. */
export function NudgeButton({ ticket: { id, number } }: { ticket: { id: string; number: string } }) {
  const { message } = App.useApp();
  const write = useWrite('POST /api/tickets/:id/nudge');
  if (!mayCall('POST /api/tickets/:id/nudge', useUser().roles)) return null;
  const nudge = async (): Promise<void> => {
    try {
      const { nudges } = await write.mutateAsync({ params: { id }, body: {} });
      message.success(`${number}：已记录群众催单，共${nudges}次`);
    } catch (reason) {
      void message.error(problemWords(reason));
    }
  };
  return (
    <Button size="small" disabled={write.isSuccess} loading={write.isPending} onClick={() => void nudge()}>
      {write.isSuccess ? '已催单' : '催单'}
    </Button>
  );
}
