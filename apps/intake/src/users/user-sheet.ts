import ExcelJS from 'exceljs';
import { roleNames, roles, type Role } from '#ticket/role';
import { Refusal } from '#platform/problems';
import { headedRows } from '#platform/tables/headed-rows';
import { readWorkbook } from '#platform/tables/read-table';

/** One row of the sheet as somebody filled it in. */
export interface SheetRow {
  /** As the spreadsheet counts; the headings are line 1. */
  readonly line: number;
  readonly username: string;
  readonly name: string;
  readonly roles: string;
  readonly department: string;
}

const columns = [
  { key: 'username', header: '用户名', width: 20 },
  { key: 'name', header: '姓名', width: 16 },
  { key: 'roles', header: '岗位', width: 28 },
  { key: 'department', header: '所属单位', width: 28 },
] as const;

const mostRows = 1_000;

/** The empty sheet, with the roles and departments that may be written into it on a sheet of their own. */
export async function emptySheet(departments: readonly string[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('用户').columns = columns.map((column) => ({ ...column }));
  const words = book.addWorksheet('可填内容');
  words.columns = [
    { header: '岗位（多个用顿号隔开）', width: 28 },
    { header: '所属单位（单位岗位必填，热线岗位留空）', width: 44 },
  ];
  for (let index = 0; index < Math.max(roleNames.length, departments.length); index += 1) {
    const role = roleNames[index];
    words.addRow([role ? roles[role].label : null, departments[index] ?? null]);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** What stands in the first sheet; columns may come in any order. @throws Refusal when it is no such sheet */
export async function readSheet(file: Uint8Array): Promise<SheetRow[]> {
  const table = columns.map((column) => ({ ...column, required: true }));
  const rows = headedRows(await readWorkbook(file), table)
    .filter(({ said }) => Object.values(said).some(Boolean))
    .map(({ line, said }) => ({ line, ...said }));
  if (rows.length > mostRows) throw new Refusal('invalid', `一次最多导入${mostRows}人，请分成几个文件`);
  return rows;
}

/** Roles by their labels, such as 联络员、经办人; the words that are none. */
export function rolesOf(text: string): { held: Role[]; unknown: string[] } {
  const words = text.split(/[、,，;；\s]+/).filter(Boolean);
  const found = words.map((word) => roleNames.find((role) => roles[role].label === word || role === word) ?? null);
  return {
    held: [...new Set(found.filter((role) => role !== null))],
    unknown: words.filter((_, index) => found[index] === null),
  };
}
