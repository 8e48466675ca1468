import { BadFile } from '#platform/tables/bad-file';
import type { SealedPieces } from './sealed-pieces';
import { SheetReader } from './sheet-reader';
import { isBlank, type TableRow } from '#platform/tables/table-row';
import type { SpooledFile } from './spooled-file';
import { XlsxArchive, refuseBroken } from './xlsx-archive';
import { XlsxStrings } from './xlsx-strings';
import { xmlParts, type XmlPart } from './xml-parts';

/** The rows of a workbook's first sheet. @throws BadFile when it is none, or from where it is broken */
export async function* xlsxRows(file: SpooledFile, strings: SealedPieces): AsyncGenerator<TableRow> {
  const archive = await XlsxArchive.open(file);
  const sheet = await firstSheet(archive);
  try {
    const reader = new SheetReader(await XlsxStrings.of(archive, strings));
    for await (const parts of xmlParts(await archive.part(sheet))) {
      for (const part of parts) reader.see(part);
      for (const row of await reader.rows()) if (!row.cells.every(isBlank)) yield row;
    }
  } catch (error) {
    refuseBroken(error);
  }
}

/** Where the first sheet of the workbook stands, by the workbook's own word. */
async function firstSheet(archive: XlsxArchive): Promise<string> {
  const book = await all(archive, 'xl/workbook.xml');
  const links = await all(archive, 'xl/_rels/workbook.xml.rels');
  const [first] = named(book, 'sheet');
  const target = named(links, 'Relationship').find(({ Id }) => Id === first?.['r:id'])?.['Target'];
  if (target === undefined) throw new BadFile('文件里没有工作表');
  // Its days count from another one, and nothing in a cell tells a day from a number.
  if (/^(1|true)$/.test(named(book, 'workbookPr')[0]?.['date1904'] ?? ''))
    throw new BadFile('这个文件使用1904日期系统，请在 Excel 选项中取消后重新保存');
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

async function all(archive: XlsxArchive, name: string): Promise<XmlPart[]> {
  const bytes = Buffer.from(await archive.text(name));
  const parts: XmlPart[] = [];
  for await (const batch of xmlParts([bytes] as unknown as AsyncIterable<Uint8Array>)) parts.push(...batch);
  return parts;
}

const named = (parts: readonly XmlPart[], name: string): Readonly<Record<string, string>>[] =>
  parts.flatMap((part) => (part.kind === 'open' && part.name === name ? [part.attributes] : []));
