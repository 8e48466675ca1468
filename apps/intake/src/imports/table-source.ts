import type { ImportKind } from '#ticket/import-kind';
import { BadFile } from '#platform/tables/bad-file';
import { columnOf, isRequired, pathNamed, pathsOf, type ColumnPath } from './import-columns';
import { isBlank, type Cell, type TableRow } from '#platform/tables/table-row';
import type { SourceRow } from './source-row';

/** The rows of a table by what its headings call their columns. @throws BadFile when it has none, or strange ones */
export async function* tableSource(rows: AsyncIterable<TableRow>, kind: ImportKind): AsyncGenerator<SourceRow> {
  let headings: (ColumnPath | undefined)[] | undefined;
  for await (const { line, cells } of rows) {
    if (headings) yield { line, cells: cellsOf(headings, cells) };
    else headings = headingsOf(cells, kind);
  }
  if (!headings) throw new BadFile('文件是空的');
}

/** A heading that is none of ours may be somebody's data in a file without headings: it is told by its place. */
function headingsOf(cells: readonly (Cell | undefined)[], kind: ImportKind): (ColumnPath | undefined)[] {
  const named = pathNamed(kind);
  const headings = cells.map((cell) => (isBlank(cell) ? undefined : named(String(cell))));
  const unknown = cells.flatMap((cell, index) => (isBlank(cell) || headings[index] ? [] : [index + 1]));
  if (unknown.length > 0)
    throw new BadFile(`首行须是表头，第${unknown.slice(0, 10).join('、')}列的表头不认识，请对照模板`);
  const twice = headings.find((path, index) => path && headings.indexOf(path) !== index);
  if (twice) throw new BadFile(`“${columnOf(twice).label}”出现了两列`);
  const missing = pathsOf(kind).filter((path) => isRequired(path, kind) && !headings.includes(path));
  if (missing.length > 0)
    throw new BadFile(`首行须是表头，缺少“${missing.map((path) => columnOf(path).label).join('、')}”`);
  return headings;
}

function cellsOf(
  headings: readonly (ColumnPath | undefined)[],
  cells: readonly (Cell | undefined)[],
): ReadonlyMap<string, Cell> {
  const known = new Map<string, Cell>();
  for (const [index, path] of headings.entries()) {
    const cell = cells[index];
    if (path && cell !== undefined && !isBlank(cell)) known.set(path, cell);
  }
  return known;
}
