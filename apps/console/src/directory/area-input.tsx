import { useMemo } from 'react';
import { TreeInput } from './tree-input';
import { useAreas } from './use-directory';

interface AreaInputProps {
  readonly id?: string;
  readonly placeholder?: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | undefined) => void;
}

/** 区域, by code. */
export function AreaInput({ onChange, ...field }: AreaInputProps) {
  const rows = useAreas();
  const entries = useMemo(
    () => rows.map(({ code, parentCode, name }) => ({ key: code, parent: parentCode, name })),
    [rows],
  );
  return <TreeInput {...field} entries={entries} onChange={(value) => onChange?.(value as string | undefined)} />;
}
