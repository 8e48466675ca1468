import { useMemo } from 'react';
import { shanghaiDate } from '#calendar/shanghai-time';
import { TreeInput } from './tree-input';
import { useDepartments } from './use-directory';

interface DepartmentInputProps {
  readonly id?: string;
  readonly placeholder?: string;
  readonly value?: string | string[] | null;
  readonly onChange?: (value: string | string[] | undefined) => void;
  readonly several?: boolean;
}

/** Departments that exist today. */
export function DepartmentInput(props: DepartmentInputProps) {
  const departments = useDepartments();
  const entries = useMemo(() => {
    const today = shanghaiDate(new Date());
    return departments
      .filter(({ validTo }) => validTo === null || validTo >= today)
      .map(({ id, parentId, name }) => ({ key: id, parent: parentId, name }));
  }, [departments]);
  return <TreeInput {...props} entries={entries} />;
}
