/** For a table's cell that stands once for all rows below each other that are of one group: over how many rows it stands. */
export function groupSpan<Row>(rows: readonly Row[], groupOf: (row: Row) => string, index: number): number {
  const at = (place: number): string | undefined => (rows[place] === undefined ? undefined : groupOf(rows[place]));
  const group = at(index);
  if (group === at(index - 1)) return 0;
  let end = index + 1;
  while (at(end) === group) end += 1;
  return end - index;
}
