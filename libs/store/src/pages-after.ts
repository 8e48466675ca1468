/** Below every id there is. */
export const beforeEveryId = '00000000-0000-0000-0000-000000000000';

/**
 * Rows page by page, in the order of their keys, until there are none left.
 * @param read the rows after a key, as many as one page holds
 */
export async function* pagesAfter<Row, Key>(
  first: Key,
  read: (last: Key) => Promise<Row[]>,
  keyOf: (row: Row) => Key,
): AsyncGenerator<Row[]> {
  let page = await read(first);
  for (let end = page.at(-1); end !== undefined; end = page.at(-1)) {
    yield page;
    page = await read(keyOf(end));
  }
}
