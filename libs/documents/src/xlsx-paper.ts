import ExcelJS from 'exceljs';
import {
  formulaHead,
  formulaRow,
  formulasOf,
  type Paper,
  type PaperCells,
  type PaperSection,
  type PaperTable,
} from './paper';
import { sheetColumns, type SheetColumn, type SheetValue } from './sheet-columns';

/** Title, what stands above everything, headings: the rows begin below. */
const headRow = 3;
const formulaSheet = '口径';
const nameWidth = 24;
const figureWidth = 13;

/** The paper as a workbook, a sheet for each section; rates and sums are worked out by the sheet itself. */
export async function xlsxPaper(paper: Paper): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const taken = new Set([formulaSheet]);
  for (const section of paper.sections)
    writeSection(workbook.addWorksheet(sheetName(section.title, taken)), section, paper);
  if (formulasOf(paper).length > 0) writeFormulas(workbook.addWorksheet(formulaSheet), paper);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Excel takes 31 characters and none of these; two sheets of one name not at all. */
function sheetName(title: string, taken: Set<string>): string {
  const plain = title.replace(/[[\]:*?/\\']/g, '').slice(0, 28) || '表';
  const name = taken.has(plain) ? `${plain}${taken.size}` : plain;
  taken.add(name);
  return name;
}

function writeSection(sheet: ExcelJS.Worksheet, section: PaperSection, paper: Paper): void {
  const { table } = section;
  const columns = sheetColumns(table);
  const above = [...paper.head.map(([label, text]) => `${label}：${text}`), ...(section.note ? [section.note] : [])];
  begin(sheet, { title: section.title, above: above.join('　'), labels: columns.map(({ label }) => label) });
  columns.forEach(({ format }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = index === 0 ? nameWidth : figureWidth;
    if (format) column.numFmt = format;
  });
  table.rows.forEach((cells) => sheet.addRow(valuesIn(cells, columns, sheet.rowCount + 1)));
  if (table.totals) sheet.addRow(totalsOf(table, columns, sheet.rowCount + 1)).font = { bold: true };
  sheet.addRow([paper.mark]);
}

function writeFormulas(sheet: ExcelJS.Worksheet, paper: Paper): void {
  begin(sheet, { title: '指标口径', above: paper.title, labels: formulaHead });
  formulaHead.forEach((_, index) => (sheet.getColumn(index + 1).width = nameWidth));
  for (const formula of formulasOf(paper)) sheet.addRow(formulaRow(formula));
  sheet.addRow([paper.mark]);
}

/** What stands at the top stays there, and the first column at the left. */
function begin(
  sheet: ExcelJS.Worksheet,
  { title, above, labels }: { title: string; above: string; labels: readonly string[] },
): void {
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: headRow }];
  sheet.addRow([title]).font = { bold: true, size: 14 };
  sheet.addRow([above]);
  const head = sheet.addRow([...labels]);
  head.font = { bold: true };
  head.alignment = { wrapText: true, vertical: 'middle' };
}

function valuesIn(cells: PaperCells, columns: readonly SheetColumn[], row: number): SheetValue[] {
  const place = placesIn(columns, row);
  return columns.map(({ valueOf }) => valueOf(cells, place));
}

/** The sum of the rows, where that is what the totals are; a ticket that counts in two rows is still one. */
function totalsOf(table: PaperTable, columns: readonly SheetColumn[], row: number): SheetValue[] {
  const place = placesIn(columns, row);
  return columns.map(({ isSummed, valueOf }, index) => {
    const value = valueOf(table.totals ?? {}, place);
    const result = resultOf(value);
    const sum = table.rows.reduce<number>((whole, cells) => whole + Number(resultOf(valueOf(cells, place)) ?? 0), 0);
    if (!isSummed || table.rows.length === 0 || typeof result !== 'number' || Math.abs(sum - result) > 1e-9)
      return value;
    const letter = lettersOf(index);
    return { formula: `SUM(${letter}${headRow + 1}:${letter}${row - 1})`, result };
  });
}

const resultOf = (value: SheetValue): string | number | null =>
  typeof value === 'object' && value !== null ? value.result : value;

const placesIn =
  (columns: readonly SheetColumn[], row: number) =>
  (id: string): string =>
    `${lettersOf(columns.findIndex((column) => column.id === id))}${row}`;

/** 0 is A, 26 is AA. */
const lettersOf = (index: number): string =>
  `${index < 26 ? '' : lettersOf(Math.floor(index / 26) - 1)}${String.fromCharCode(65 + (index % 26))}`;
