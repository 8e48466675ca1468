import { Select } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer';
import { useSettled } from '../parts/use-settled';

interface TicketNumbersProps {
  readonly id?: string;
  readonly value?: string[];
  readonly onChange?: (value: string[]) => void;
}

const quietMs = 300;
/** A number is found by itself, words by search. */
const isNumber = (typed: string): boolean => /^\d{6,}$/.test(typed);

/** Tickets, by number or by words. */
export function TicketNumbers({ id, value, onChange }: TicketNumbersProps) {
  const [typed, type] = useState('');
  const [known, know] = useState<ReadonlyMap<string, string>>(new Map());
  const words = useSettled(typed, quietMs).trim();
  const body = { limit: 20, ...(isNumber(words) ? { number: words } : { q: words }) };
  const found = useAnswer('POST /api/tickets/search', { body }, { enabled: words.length > 1, keep: true });
  const options = (found.data?.items ?? []).map((each) => ({ value: each.id, label: `${each.number} ${each.title}` }));
  const all = new Map([...known, ...options.map((each) => [each.value, each.label] as const)]);
  return (
    <Select
      id={id}
      mode="multiple"
      value={value}
      onChange={(chosen: string[]) => {
        know(all);
        onChange?.(chosen);
      }}
      options={[...all].map(([ticketId, label]) => ({ value: ticketId, label }))}
      showSearch={{ filterOption: (_, option) => options.some((each) => each.value === option?.value), onSearch: type }}
      placeholder="工单号或标题中的词"
      notFoundContent={words.length > 1 ? '没有找到' : '请输入工单号或词语'}
    />
  );
}
