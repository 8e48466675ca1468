import ExcelJS from 'exceljs';
import { csv } from '#http-api/csv';
import { importKinds, type ImportKind } from '#ticket/import-kind';
import type { Directory } from '#platform/directory';
import { columnOf, isRequired, pathsOf, type CellKind, type ColumnPath } from './import-columns';

/** A table's heading: with a star where something must stand. */
const headingOf = (path: ColumnPath, kind: ImportKind): string =>
  `${columnOf(path).label}${isRequired(path, kind) ? '*' : ''}`;

/** The headings alone, as text. */
export const csvTemplate = (kind: ImportKind): Buffer =>
  Buffer.from(csv([pathsOf(kind).map((path) => headingOf(path, kind))]));

/** The headings, and on a sheet of their own what may be written below each. */
export async function xlsxTemplate(kind: ImportKind, directory: Directory): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(importKinds[kind].label, { views: [{ state: 'frozen', ySplit: 1 }] });
  // As text, so that no long number loses its end.
  sheet.columns = pathsOf(kind).map((path) => ({
    header: headingOf(path, kind),
    width: 18,
    style: { numFmt: '@' },
  }));
  const words = book.addWorksheet('填写说明');
  words.columns = [
    { header: '列', width: 18 },
    { header: '字段名', width: 24 },
    { header: '可填内容', width: 100 },
  ];
  for (const path of pathsOf(kind)) words.addRow([headingOf(path, kind), path, allowedIn(path, directory)]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Names enough to show how they are written. */
const mostNames = 300;

function allowedIn(path: ColumnPath, { areas, categories, departments }: Directory): string {
  const { cells } = columnOf(path);
  if (typeof cells === 'object')
    return Object.values(cells)
      .map(({ label }) => label)
      .join('、');
  const named = (rows: Iterable<{ code: string; name: string }>) =>
    `编码或名称：${[...rows]
      .slice(0, mostNames)
      .map(({ code, name }) => `${name}(${code})`)
      .join('、')}`;
  const plain: Readonly<Record<Exclude<CellKind, object>, () => string>> = {
    text: () => '文字',
    instant: () => '时间，如 2026-10-08 09:00 或 2026/10/8 9:00，按北京时间',
    flag: () => '是、否',
    number: () => '数字',
    area: () => named(areas.values()),
    category: () => named(categories.values()),
    department: () => named(departments.values()),
  };
  return plain[cells]();
}
