import { Readable } from 'node:stream';
import { csvMark, csvRow } from '#http-api/csv';
import type { Sheet } from './sheet';

/** As Excel and WPS open it. */
export const csvFile = (sheet: Sheet): Readable => Readable.from(parts(sheet));

async function* parts({ columns, pages, watermark }: Sheet): AsyncGenerator<string> {
  yield csvMark + csvRow(columns.map(({ label }) => label));
  for await (const items of pages) {
    yield items.map((item) => csvRow(columns.map(({ textOf }) => textOf(item)))).join('');
  }
  yield csvRow([watermark()]);
}
