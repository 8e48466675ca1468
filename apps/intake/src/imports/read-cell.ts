import type { Directory } from '#platform/directory';
import { oneNamed } from '#platform/one-named';
import { columnOf, type CellKind, type ColumnPath } from './import-columns';
import { readInstant } from './read-instant';
import { RowRefused } from './row-refused';
import { lostDigits } from './sheet-reader';
import type { Cell } from '#platform/tables/table-row';

type Value = string | number | boolean;
type Named = Exclude<CellKind, object>;

/** Why a cell cannot be read: thrown here, and told with its column. */
class CellFault extends Error {}

const yes = ['是', 'true', '1', 'y', 'yes'];
const no = ['否', 'false', '0', 'n', 'no'];

/** What a cell says, in the terms of its field. @throws RowRefused */
export function readCell(path: ColumnPath, cell: Cell, directory: Directory): Value {
  const { label, cells } = columnOf(path);
  try {
    if (cell === lostDigits) throw new CellFault('数字过长，末尾几位已被 Excel 舍去，请把该列设为文本格式后重新填写');
    return typeof cells === 'object' ? coded(cells, cell) : readers[cells](cell, directory);
  } catch (error) {
    throw error instanceof CellFault ? RowRefused.at(label, error.message) : error;
  }
}

const readers: Readonly<Record<Named, (cell: Cell, directory: Directory) => Value>> = {
  text: (cell) => String(cell).trim(),
  instant(cell) {
    const at = readInstant(cell);
    if (!at) throw new CellFault('须为时间，如 2026-10-08 09:00');
    return at.toISOString();
  },
  flag(cell) {
    const said = String(cell).trim().toLowerCase();
    if (!yes.includes(said) && !no.includes(said)) throw new CellFault('须为“是”或“否”');
    return yes.includes(said);
  },
  number(cell) {
    const number = typeof cell === 'string' ? Number(cell.trim()) : cell;
    if (typeof number !== 'number' || !Number.isFinite(number)) throw new CellFault('须为数字');
    return number;
  },
  area: (cell, { areas }) => only(cell, [...areas.values()], ({ code }) => code, '区域'),
  category: (cell, { categories }) => only(cell, [...categories.values()], ({ code }) => code, '事项分类'),
  department: (cell, { departments }) => only(cell, [...departments.values()], ({ id }) => id, '单位'),
};

function coded(labels: Extract<CellKind, object>, cell: Cell): string {
  const said = String(cell).trim();
  const found = Object.keys(labels).find((code) => code === said || labels[code]?.label === said);
  if (found !== undefined) return found;
  const all = Object.values(labels).map(({ label }) => label);
  throw new CellFault(`须为以下之一：${all.join('、')}`);
}

/** By code, or by a name that only one of them has. */
function only<Row extends { code: string; name: string }>(
  cell: Cell,
  rows: readonly Row[],
  of: (row: Row) => string,
  what: string,
): string {
  const found = oneNamed(rows, String(cell).trim());
  if (found === 'none') throw new CellFault(`没有这个${what}，请填编码或全称`);
  if (found === 'several') throw new CellFault(`有几个${what}叫这个名称，请填编码`);
  return of(found);
}
