interface Unit {
  readonly id: string;
  readonly parentId: string | null;
}

/** A department and every unit below it, by id. */
export function withBelow(departments: readonly Unit[], id: string | null): string[] {
  if (id === null) return [];
  const children = departments.filter(({ parentId }) => parentId === id);
  return [id, ...children.flatMap((child) => withBelow(departments, child.id))];
}
