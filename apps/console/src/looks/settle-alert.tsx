import { App, Button, Input, Space } from 'antd';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { problemWords } from '../api/problem-words';
import { useWrite } from '../api/use-write';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';

/** Says what came of an alert; whom it is about waits for somebody else. */
export function SettleAlert({ id, whoId }: { id: string; whoId: string }) {
  const [note, setNote] = useState('');
  const { message } = App.useApp();
  const client = useQueryClient();
  const settle = useWrite('POST /api/look-alerts/:id/settle');
  const { id: ownId, roles, deputyFor } = useUser();
  const isConcerned = whoId === ownId || deputyFor.some((each) => each.id === whoId);
  if (isConcerned) return <span className="quiet">待他人核实</span>;
  if (!mayCall('POST /api/look-alerts/:id/settle', roles)) return <span className="quiet">待核实</span>;
  const send = async (): Promise<void> => {
    try {
      await settle.mutateAsync({ params: { id }, body: { note } });
      await client.invalidateQueries({ queryKey: ['GET /api/look-alerts'] });
    } catch (reason) {
      void message.error(problemWords(reason));
    }
  };
  return (
    <Space.Compact className="settle-alert">
      <Input
        aria-label="核实结果"
        placeholder="核实结果，如：停水集中回拨，属正常工作"
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onPressEnter={() => void send()}
      />
      <Button disabled={!note.trim()} loading={settle.isPending} onClick={() => void send()}>
        核实
      </Button>
    </Space.Compact>
  );
}
