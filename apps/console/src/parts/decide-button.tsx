import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import type { Route } from '#http-api/routes';
import { problemWords } from '../api/problem-words';
import { useWrite } from '../api/use-write';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';

/** Decisions that say nothing but yes or no. */
type Decision = Extract<
  Route,
  | `POST /api/${'retention-rules' | 'erasures' | 'suggestion-models'}/:id/${string}`
  | `POST /api/harassment-marks/:id/${'refuse' | 'lift'}`
  | `POST /api/${'shifts' | 'duty-matters'}/:id/end`
  | `POST /api/handovers/:id/${'hand-over' | 'accept'}`
  | 'POST /api/messages/:id/resend'
>;

interface DecideButtonProps {
  readonly route: Decision;
  readonly id: string;
  readonly label: string;
  /** The list that shows what came of it. */
  readonly reads: Route;
  /** What the page is for, not one of many in a row. */
  readonly isMain?: true;
}

/** One decision, asked for once more before it is made; not shown to who may not make it. */
export function DecideButton({ route, id, label, reads, isMain }: DecideButtonProps) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const decide = useWrite(route);
  if (!mayCall(route, useUser().roles)) return null;
  const send = async (): Promise<void> => {
    try {
      await decide.mutateAsync({ params: { id }, body: {} });
      await client.invalidateQueries({ queryKey: [reads] });
    } catch (reason) {
      void message.error(problemWords(reason));
    }
  };
  return (
    <Popconfirm title={`确定${label}？`} onConfirm={() => void send()} okText={label} cancelText="取消">
      <Button size={isMain ? 'middle' : 'small'} type={isMain ? 'primary' : 'link'} loading={decide.isPending}>
        {label}
      </Button>
    </Popconfirm>
  );
}
