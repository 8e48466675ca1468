import { useMemo } from 'react';
import { shanghaiDate } from '#calendar/shanghai-time';
import { TreeInput } from './tree-input';
import { useAreas } from './use-directory';

interface AreaInputProps {
  readonly id?: string;
  readonly placeholder?: string;
  readonly value?: string | string[] | null;
  readonly onChange?: (value: string | string[] | undefined) => void;
  readonly several?: boolean;
}

/** 区域, by code: those that there are today. */
export function AreaInput(props: AreaInputProps) {
  const areas = useAreas();
  const entries = useMemo(() => {
    const today = shanghaiDate(new Date());
    return areas
      .filter(({ validTo }) => validTo === null || validTo > today)
      .map(({ code, parentCode, name }) => ({ key: code, parent: parentCode, name }));
  }, [areas]);
  return <TreeInput {...props} entries={entries} />;
}
