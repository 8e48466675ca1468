import { useMemo } from 'react';
import { shanghaiDate } from '#calendar/shanghai-time';
import { TreeInput } from './tree-input';
import { unitsBelow } from './below';
import { useDepartments } from './use-directory';

interface DepartmentInputProps {
  readonly id?: string;
  readonly placeholder?: string;
  readonly value?: string | string[] | null;
  readonly onChange?: (value: string | string[] | undefined) => void;
  readonly several?: boolean;
  /** Only the units below this department. */
  readonly below?: string;
}

/** Departments that exist today. */
export function DepartmentInput({ below, ...props }: DepartmentInputProps) {
  const departments = useDepartments();
  const entries = useMemo(() => {
    const today = shanghaiDate(new Date());
    const offered = below === undefined ? departments : unitsBelow(departments, below);
    return offered
      .filter(({ validTo }) => validTo === null || validTo > today)
      .map(({ id, parentId, name }) => ({ key: id, parent: parentId, name }));
  }, [departments, below]);
  return <TreeInput {...props} entries={entries} />;
}
