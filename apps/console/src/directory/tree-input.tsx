import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { treeOf, type Entry } from './tree';

interface TreeInputProps {
  readonly id?: string;
  readonly value?: string | string[] | null;
  readonly onChange?: (value: string | string[] | undefined) => void;
  readonly entries: readonly Entry[];
  readonly several?: boolean;
  readonly placeholder?: string;
}

/** Chooses from a directory by typing part of a name or by opening the tree. */
export function TreeInput({ entries, several, placeholder = '输入名称查找', ...field }: TreeInputProps) {
  const tree = useMemo(() => treeOf(entries), [entries]);
  return (
    <TreeSelect
      {...field}
      value={field.value ?? undefined}
      treeData={tree}
      // One root for everything says nothing: what lies below it is shown at once.
      treeDefaultExpandedKeys={tree.length === 1 ? tree.map(({ value }) => value) : undefined}
      multiple={several}
      allowClear
      showSearch={{ treeNodeFilterProp: 'title' }}
      placeholder={placeholder}
      popupMatchSelectWidth={false}
      styles={{ popup: { root: { maxHeight: 320, minWidth: 220, maxWidth: 'calc(100vw - 24px)' } } }}
    />
  );
}
