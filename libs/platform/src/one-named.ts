/** One of these by its code, or by a name that only it has; otherwise how many have the name: none or several. */
export function oneNamed<Row extends { code: string; name: string }>(
  rows: Iterable<Row>,
  said: string,
): Row | 'none' | 'several' {
  const all = [...rows];
  const coded = all.find(({ code }) => code === said);
  const [found, another] = coded ? [coded] : all.filter(({ name }) => name === said);
  if (another) return 'several';
  return found ?? 'none';
}
