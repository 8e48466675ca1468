import { Select } from 'antd';
import { useState } from 'react';
import { isOpen } from '#ticket/state';
import { useAnswer } from '../api/use-answer';
import { useSettled } from '../parts/use-settled';
import { stateWords } from '../words/state-words';
import type { MoveTarget } from './move-target';

interface TicketInputProps {
  readonly id?: string;
  readonly target: MoveTarget;
  readonly value?: string;
  readonly onChange?: (value: unknown) => void;
}

const isNumber = (text: string): boolean => /^[\w-]*\d{4,}$/.test(text);

/** Another open ticket, found by its number or by words in it. */
export function TicketInput({ target, ...field }: TicketInputProps) {
  const [typed, setTyped] = useState('');
  const sought = useSettled(typed.trim());
  const found = useAnswer(
    'POST /api/tickets/search',
    { body: { ...(isNumber(sought) ? { number: sought } : { q: sought }), limit: 20 } },
    { enabled: sought.length >= 2, keep: true },
  );
  const options = (found.data?.items ?? [])
    .filter((ticket) => ticket.id !== target.ticket.id && isOpen(ticket.state))
    .map(({ id, number, title, state, round }) => ({
      value: id,
      label: `${number}　${title}（${stateWords(state, round)}）`,
    }));
  return (
    <Select
      {...field}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder="输入工单号或关键词"
      options={options}
      notFoundContent={sought.length < 2 ? '请输入至少两个字' : '没有找到'}
    />
  );
}
