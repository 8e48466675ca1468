/** A tree of categories or departments: each with the one above it. */
export type ParentOf = ReadonlyMap<string, string | null>;

/** One of them and those above it, nearest first. */
export function upFrom(tree: ParentOf, id: string): string[] {
  const up: string[] = [];
  for (let at: string | null = id; at !== null && !up.includes(at); at = tree.get(at) ?? null) up.push(at);
  return up;
}

/** One of them and all below it. */
export const downFrom = (tree: ParentOf, id: string): string[] =>
  [...tree.keys()].filter((each) => upFrom(tree, each).includes(id));
