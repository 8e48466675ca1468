import { App, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { call } from '../api/call';
import { problemWords } from '../api/problem-words';

/** Opens a ticket by its number. */
export function FindByNumber() {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  const [isBusy, setBusy] = useState(false);
  const find = async (): Promise<void> => {
    if (!number.trim()) return;
    setBusy(true);
    try {
      const { items } = await call('POST /api/tickets/search', { body: { number: number.trim(), limit: 1 } });
      const [found] = items;
      if (!found) return void message.warning(`没有找到工单 ${number.trim()}`);
      setNumber('');
      await navigate(`/tickets/${found.id}`);
    } catch (reason) {
      message.error(problemWords(reason));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Input.Search
      className="find-by-number"
      placeholder="工单号"
      aria-label="按工单号打开"
      value={number}
      loading={isBusy}
      onChange={(event) => setNumber(event.target.value)}
      onSearch={() => void find()}
    />
  );
}
