/** One entry of a directory, whatever it is called there. */
export interface Entry {
  readonly key: string;
  readonly parent: string | null;
  readonly name: string;
}

export interface TreeNode {
  readonly value: string;
  readonly title: string;
  readonly children: TreeNode[];
}

/** A flat directory as a tree; an entry whose parent is not shown stands at the top. */
export function treeOf(entries: readonly Entry[]): TreeNode[] {
  const nodes = new Map(entries.map(({ key, name }) => [key, { value: key, title: name, children: [] as TreeNode[] }]));
  const tops: TreeNode[] = [];
  for (const { key, parent } of entries) {
    const node = nodes.get(key);
    if (node) (nodes.get(parent ?? '')?.children ?? tops).push(node);
  }
  return tops;
}
