import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { harmless } from '#http-api/csv';
import type { ListColumn } from '#http-api/list-columns';
import type { Sheet } from './sheet';

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What a workbook of one sheet consists of, besides the sheet (ECMA-376). */
const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets><sheet name="导出" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

/** A workbook that is written while it is read: never whole in memory, and no faster than whoever reads it. */
export function xlsxFile(sheet: Sheet): Readable {
  const zip = new ZipFile();
  for (const [name, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(head + xml), name);
  const rows = Readable.from(sheetXml(sheet));
  const file = zip.outputStream.pipe(new PassThrough());
  // Whoever goes away ends the reading, and a reading that fails ends the file.
  file.once('close', () => rows.destroy());
  rows.once('error', (error) => file.destroy(error));
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml');
  zip.end();
  return file;
}

async function* sheetXml({ columns, pages, watermark }: Sheet): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${spreadsheet}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${columns.length}" width="20" customWidth="1"/></cols><sheetData>`;
  let line = 1;
  yield row(
    line,
    columns.map(({ label }) => words(label)),
  );
  for await (const items of pages) {
    yield items
      .map((item) =>
        row(
          (line += 1),
          columns.map((column) => cell(column, item)),
        ),
      )
      .join('');
  }
  yield `${row(line + 1, [words(watermark())])}</sheetData></worksheet>`;
}

/** A cell without its place. */
interface Said {
  readonly type?: 'inlineStr';
  readonly xml: string;
}

/** Some programs read no row and no cell that does not say where it stands. */
function row(line: number, cells: readonly Said[]): string {
  const placed = cells.map(({ type: of, xml }, index) => {
    const place = `r="${letters(index)}${line}"`;
    return xml === '' ? '' : `<c ${place}${of ? ` t="${of}"` : ''}>${xml}</c>`;
  });
  return `<row r="${line}">${placed.join('')}</row>`;
}

/** 0 is A, 26 is AA. */
const letters = (index: number): string =>
  `${index < 26 ? '' : letters(Math.floor(index / 26) - 1)}${String.fromCharCode(65 + (index % 26))}`;

function cell({ isNumber, textOf }: ListColumn, item: unknown): Said {
  const text = textOf(item);
  if (text === '') return { xml: '' };
  return isNumber ? { xml: `<v>${text}</v>` } : words(harmless(text));
}

/** The most that a cell may hold. */
const longest = 32_767;

const words = (text: string): Said => ({
  type: 'inlineStr',
  xml: `<is><t xml:space="preserve">${escaped(text.slice(0, longest))}</t></is>`,
});

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML knows no control characters but these three, and no half characters. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"]/g, (character) => escapes[character] ?? character);
