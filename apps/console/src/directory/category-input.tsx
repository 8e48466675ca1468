import { useMemo } from 'react';
import { TreeInput } from './tree-input';
import { useCategories } from './use-directory';

interface CategoryInputProps {
  readonly id?: string;
  readonly placeholder?: string;
  readonly value?: string | string[] | null;
  readonly onChange?: (value: string | string[] | undefined) => void;
  readonly several?: boolean;
}

/** 事项分类, by code. */
export function CategoryInput(props: CategoryInputProps) {
  const rows = useCategories();
  const entries = useMemo(
    () => rows.map(({ code, parentCode, name }) => ({ key: code, parent: parentCode, name })),
    [rows],
  );
  return <TreeInput {...props} entries={entries} />;
}
