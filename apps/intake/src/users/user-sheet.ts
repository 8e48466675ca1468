import ExcelJS from 'exceljs';
import { roleNames, roles, type Role } from '#ticket/role';
import { Refusal } from '#platform/problems';

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
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(file) as unknown as ExcelJS.Buffer).catch(() => {
    throw new Refusal('invalid', '打不开这个文件，请用 XLSX 格式保存后再上传');
  });
  const [sheet] = book.worksheets;
  if (!sheet) throw new Refusal('invalid', '文件里没有工作表');
  const places = placesOf(sheet);
  const rows: SheetRow[] = [];
  sheet.eachRow((row, line) => {
    const read = Object.fromEntries(places.map(([key, at]) => [key, row.getCell(at).text.trim()]));
    if (line > 1 && Object.values(read).some(Boolean)) rows.push({ line, ...read } as unknown as SheetRow);
  });
  if (rows.length > mostRows) throw new Refusal('invalid', `一次最多导入${mostRows}人，请分成几个文件`);
  return rows;
}

function placesOf(sheet: ExcelJS.Worksheet): [string, number][] {
  const headers = new Map<string, number>();
  sheet.getRow(1).eachCell((cell, at) => headers.set(cell.text.trim(), at));
  const missing = columns.filter(({ header }) => !headers.has(header)).map(({ header }) => header);
  if (missing.length > 0)
    throw new Refusal(
      'invalid',
      `第一行须有“${columns.map(({ header }) => header).join('、')}”，缺少“${missing.join('、')}”`,
    );
  return columns.map(({ key, header }) => [key, headers.get(header) ?? 0]);
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
