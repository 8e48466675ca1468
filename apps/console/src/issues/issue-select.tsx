import { Select } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer';
import { useSettled } from '../parts/use-settled';

interface IssueSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
  /** The issue that is not to be chosen. */
  readonly except?: string;
}

const quietMs = 300;

/** One of the issues that have a name, by words of it. */
export function IssueSelect({ id, value, onChange, except }: IssueSelectProps) {
  const [typed, type] = useState('');
  const q = useSettled(typed, quietMs).trim();
  const query = { named: 'true', limit: 20, ...(q && { q }) } as const;
  const found = useAnswer('GET /api/issues', { query }, { keep: true });
  const options = (found.data?.items ?? [])
    .filter((issue) => issue.id !== except)
    .map((issue) => ({ value: issue.id, label: `${issue.title}（${issue.tickets}件）` }));
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      options={options}
      allowClear
      showSearch={{ filterOption: false, onSearch: type }}
      loading={found.isFetching}
      placeholder="按名称查找已命名的热点"
      notFoundContent="没有已命名的热点"
    />
  );
}
