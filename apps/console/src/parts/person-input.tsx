import { Select } from 'antd';
import { useState } from 'react';
import type { Role } from '#ticket/role';
import { roleWords } from '../words/role-words';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

interface PersonInputProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
  /** Those found by what is typed. */
  readonly people: readonly Person[];
  readonly isBusy: boolean;
  readonly find: (typed: string) => void;
}

const optionOf = (person: Person) => ({
  value: person.id,
  label: `${person.name}（${roleWords(person.roles)}）`,
});

/** Somebody by name; the roles tell people of one name apart. */
export function PersonInput({ id, value, onChange, people, isBusy, find }: PersonInputProps) {
  const [chosen, setChosen] = useState<Person | null>(null);
  // Who was chosen is shown by name also when something else is looked for.
  const isGone = chosen?.id === value && !people.some((person) => person.id === value);
  const shown = isGone && chosen ? [chosen, ...people] : people;
  return (
    <Select
      id={id}
      value={value}
      options={shown.map(optionOf)}
      showSearch={{ filterOption: false, onSearch: find }}
      allowClear
      loading={isBusy}
      placeholder="输入姓名查找"
      notFoundContent={isBusy ? '正在查找…' : '没有找到'}
      onChange={(picked: string | undefined) => {
        setChosen(shown.find((person) => person.id === picked) ?? null);
        onChange?.(picked);
      }}
    />
  );
}
