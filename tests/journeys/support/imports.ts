import ExcelJS from 'exceljs';
import { fileFormats, type FileFormat } from '#http-api/file-format';
import type { RouteAnswer } from '#http-api/routes';
import type { ImportKind } from '#ticket/import-kind';
import { csv } from '#http-api/csv';
import type { TestHouse } from '#testing/test-house';
import { until } from '#testing/until';

export type ImportView = RouteAnswer<'GET /api/imports/:id'>;
export type Rows = readonly Readonly<Record<string, string | number>>[];

/** A file of these rows, each named by its headings. */
export async function fileOf(rows: Rows, format: FileFormat): Promise<Buffer> {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (format === 'jsonl') return Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const cells = rows.map((row) => headings.map((heading) => row[heading] ?? ''));
  if (format === 'csv') return Buffer.from(csv([headings, ...cells.map((row) => row.map(String))]));
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('工单');
  sheet.addRow(headings);
  for (const row of cells) sheet.addRow(row);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** What the house says to a file at once. */
export async function upload(house: TestHouse, file: Buffer, format: FileFormat, kind: ImportKind = 'tickets') {
  const admin = await house.as('admin');
  return admin.try('POST /api/imports', {
    query: { kind },
    body: new Blob([new Uint8Array(file)]),
    headers: {
      'content-type': fileFormats[format].type,
      'content-disposition': `attachment; filename*=UTF-8''a.${format}`,
    },
  });
}

/** The import when it is over. */
export async function imported(
  house: TestHouse,
  file: Buffer,
  format: FileFormat,
  kind: ImportKind = 'tickets',
): Promise<ImportView> {
  const { status, body } = await upload(house, file, format, kind);
  if (status !== 202) throw new Error(JSON.stringify(body));
  return ended(house, (body as ImportView).id);
}

export async function ended(house: TestHouse, id: string): Promise<ImportView> {
  const admin = await house.as('admin');
  const look = () => admin.call('GET /api/imports/:id', { params: { id } });
  await until(async () => ((await look()).endedAt === null ? 'the import goes on' : ''));
  await house.settle();
  return look();
}
