import ExcelJS from 'exceljs';
import { Refusal } from '../problems';
import { BadFile } from './bad-file';
import { csvRows } from './csv-rows';
import { isBlank, type TableRow } from './table-row';
import { EncodingWatch, textOf } from './text-encoding';

const workbookMark = Buffer.from('PK\u0003\u0004', 'latin1');

/** The rows of a small file, read whole: a workbook's first sheet, or else CSV. @throws Refusal when it is neither */
export function readTable(file: Uint8Array): Promise<TableRow[]> {
  const isWorkbook = Buffer.from(file.subarray(0, workbookMark.length)).equals(workbookMark);
  return isWorkbook ? readWorkbook(file) : readCsv(file);
}

/** @throws Refusal */
export async function readWorkbook(file: Uint8Array): Promise<TableRow[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(file) as unknown as ExcelJS.Buffer).catch(() => {
    throw new Refusal('invalid', '打不开这个文件，请用 XLSX 格式保存后再上传');
  });
  const [sheet] = book.worksheets;
  if (!sheet) throw new Refusal('invalid', '文件里没有工作表');
  const rows: TableRow[] = [];
  sheet.eachRow((row, line) => {
    const cells = Array.from({ length: row.cellCount }, (_, index) => textIn(row.getCell(index + 1)));
    if (!cells.every(isBlank)) rows.push({ line, cells });
  });
  return rows;
}

/** A day is written as people read it. */
const textIn = ({ value, text }: ExcelJS.Cell): string =>
  value instanceof Date ? value.toISOString().slice(0, 10) : text.trim();

async function readCsv(file: Uint8Array): Promise<TableRow[]> {
  const watch = new EncodingWatch();
  watch.see(file);
  const encoding = watch.found();
  if (!encoding) throw new Refusal('invalid', '打不开这个文件，请用 XLSX 或 CSV 格式保存后再上传');
  const rows: TableRow[] = [];
  try {
    for await (const row of csvRows(textOf(whole(file), encoding))) rows.push(row);
  } catch (error) {
    throw error instanceof BadFile ? new Refusal('invalid', error.detail) : error;
  }
  return rows;
}

async function* whole(file: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield file;
}
