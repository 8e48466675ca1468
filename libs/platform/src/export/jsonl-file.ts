import { Readable } from 'node:stream';
import type { Sheet } from './sheet';

/** One item a line, as the list answers it; the last line says who took them. */
export const jsonlFile = (sheet: Sheet): Readable => Readable.from(parts(sheet));

async function* parts({ pages, watermark }: Sheet): AsyncGenerator<string> {
  for await (const items of pages) yield items.map((item) => `${JSON.stringify(item)}\n`).join('');
  yield `${JSON.stringify({ watermark: watermark() })}\n`;
}
