import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { ZipFile } from 'yazl';
import { BadFile } from '#platform/tables/bad-file';
import type { SealedPieces } from './sealed-pieces';
import { lostDigits } from './sheet-reader';
import type { TableRow } from '#platform/tables/table-row';
import { pieceBytes, SpooledFile } from './spooled-file';
import { xlsxRows } from './xlsx-rows';

/** Pieces as the database keeps them, at hand. */
function piecesOf(bytes: Buffer): SealedPieces {
  const pieces = new Map<number, Buffer>();
  for (let at = 0; at < bytes.length; at += pieceBytes)
    pieces.set(at / pieceBytes, bytes.subarray(at, at + pieceBytes));
  return {
    put: (place: number, plain: Buffer) => {
      pieces.set(place, plain);
      return Promise.resolve();
    },
    get: (place: number) => Promise.resolve(pieces.get(place) ?? Buffer.alloc(0)),
    clear: () => {
      pieces.clear();
      return Promise.resolve();
    },
  } as unknown as SealedPieces;
}

async function rowsOf(bytes: Buffer): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  const file = new SpooledFile(piecesOf(bytes), bytes.length);
  for await (const row of xlsxRows(file, piecesOf(Buffer.alloc(0)))) rows.push(row);
  return rows;
}

async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('一'));
  book.addWorksheet('二').addRow(['别的']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function zip(parts: Readonly<Record<string, string | Readable>>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, part] of Object.entries(parts)) {
    if (typeof part === 'string') file.addBuffer(Buffer.from(part), name);
    else file.addReadStream(part, name);
  }
  file.end();
  const chunks: Buffer[] = [];
  for await (const chunk of file.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const book = {
  'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="r1" xmlns:r="r"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
};

describe('the rows of a workbook', () => {
  it('are those of its first sheet, each cell under its column, by the lines that Excel shows', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['标题', '时间', '是', '编号']);
      sheet.addRow([
        { richText: [{ text: '路' }, { text: '灯' }] },
        new Date('2026-10-08T01:00:00Z'),
        true,
        Number('20261008000000142'),
      ]);
      sheet.getCell('D5').value = '第五行';
      sheet.getCell('A5').value = { formula: 'A1', result: '算出' };
    });
    expect(await rowsOf(bytes)).toEqual([
      { line: 1, cells: ['标题', '时间', '是', '编号'] },
      { line: 2, cells: ['路灯', expect.closeTo(46_303.0416667, 5), true, lostDigits] },
      { line: 5, cells: ['算出', undefined, undefined, '第五行'] },
    ]);
  });

  it('keep their words apart, however many there are', async () => {
    const bytes = await workbook((sheet) => {
      for (let row = 0; row < 3_000; row += 1) sheet.addRow([`标题${row}`, '相同', `内容${row}`]);
    });
    const rows = await rowsOf(bytes);
    expect(rows).toHaveLength(3_000);
    expect(rows[2_999]?.cells).toEqual(['标题2999', '相同', '内容2999']);
  });

  it('end where the file is broken', async () => {
    const bytes = await workbook((sheet) => {
      for (let row = 0; row < 500; row += 1) sheet.addRow([Math.random()]);
    });
    for (const broken of [bytes.subarray(0, 900), Buffer.from('PK\u0003\u0004nothing'), await zip({ a: 'b' })])
      await expect(rowsOf(broken)).rejects.toThrow(BadFile);
    await expect(rowsOf(await zip({ ...book, 'xl/worksheets/sheet1.xml': '<worksheet><row><c>' }))).rejects.toThrow(
      BadFile,
    );
  });

  it('end before anything is blown up, when the file is a bomb', async () => {
    async function* bomb(): AsyncGenerator<string> {
      yield '<worksheet><sheetData><row><c t="inlineStr"><is><t>';
      for (let chunk = 0; chunk < 40; chunk += 1) {
        await Promise.resolve();
        yield 'x'.repeat(1_048_576);
      }
      yield '</t></is></c></row></sheetData></worksheet>';
    }
    const bytes = await zip({ ...book, 'xl/worksheets/sheet1.xml': Readable.from(bomb()) });
    expect(bytes.length).toBeLessThan(1_000_000);
    await expect(rowsOf(bytes)).rejects.toThrow('单元格内容过长');
  });
});
