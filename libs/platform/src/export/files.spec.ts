import { setTimeout as pause } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import { csvFile } from './csv-file';
import { jsonlFile } from './jsonl-file';
import type { Sheet } from './sheet';
import { xlsxFile } from './xlsx-file';

/** Text that does not compress, so that what is read is what was asked for. */
const noise = (): string => Array.from({ length: 2_000 }, () => Math.random().toString(36)).join('');

/** A list without an end, and how much of it was asked for. */
function endless(): { sheet: Sheet; asked: () => number; isOver: () => boolean } {
  let [asked, isOver] = [0, false];
  async function* pages(): AsyncGenerator<readonly unknown[]> {
    try {
      for (;;) {
        asked += 1;
        await pause(0);
        yield [{ text: noise() }];
      }
    } finally {
      isOver = true;
    }
  }
  const textOf = (item: unknown) => (item as { text: string }).text;
  const columns = [{ path: 'text', label: '内容', isNumber: false, textOf }];
  return { sheet: { columns, pages: pages(), watermark: () => '' }, asked: () => asked, isOver: () => isOver };
}

describe.each([
  ['CSV', csvFile],
  ['a workbook', xlsxFile],
  ['JSONL', jsonlFile],
] as const)('%s on its way out', (_name, fileOf: (sheet: Sheet) => Readable) => {
  it('asks for no more than whoever reads it can take, and for nothing when they are gone', async () => {
    const { sheet, asked, isOver } = endless();
    const file = fileOf(sheet);
    let read = 0;
    for await (const chunk of file) {
      read += (chunk as Buffer).length;
      if (read > 500_000) break;
    }
    const pages = asked();
    expect(pages).toBeGreaterThan(10);
    expect(pages).toBeLessThan(80);
    while (!isOver()) await pause(1);
    expect(asked()).toBeLessThan(pages + 20);
  });
});
