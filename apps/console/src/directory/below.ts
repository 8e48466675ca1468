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

/** The same with those whose place one of them took: what was theirs is the own department's now. */
export function withPast(
  departments: readonly (Unit & { heirs: readonly { id: string }[] })[],
  id: string | null,
): string[] {
  const own = withBelow(departments, id);
  const past = departments.filter(({ heirs }) => heirs.some((heir) => own.includes(heir.id)));
  return [...new Set([...own, ...past.flatMap((each) => withPast(departments, each.id))])];
}
