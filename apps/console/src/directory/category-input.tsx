import { useMemo } from 'react';
import { TreeInput } from './tree-input';
import { useCategories } from './use-directory';

interface CategoryInputProps {
  readonly id?: string;
  readonly placeholder?: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | undefined) => void;
}

/** 事项分类, by code. */
export function CategoryInput({ onChange, ...field }: CategoryInputProps) {
  const rows = useCategories();
  const entries = useMemo(
    () => rows.map(({ code, parentCode, name }) => ({ key: code, parent: parentCode, name })),
    [rows],
  );
  return <TreeInput {...field} entries={entries} onChange={(value) => onChange?.(value as string | undefined)} />;
}
