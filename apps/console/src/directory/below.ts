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

/** The units below a department, without itself. */
export function unitsBelow<Each extends Unit>(departments: readonly Each[], id: string): Each[] {
  const below = withBelow(departments, id).slice(1);
  return departments.filter((each) => below.includes(each.id));
}
