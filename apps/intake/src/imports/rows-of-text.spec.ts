import fc from 'fast-check';
import { csv } from '#http-api/csv';
import { BadFile } from '#platform/tables/bad-file';
import { csvRows } from '#platform/tables/csv-rows';
import { jsonlRows } from './jsonl-rows';
import type { TableRow } from '#platform/tables/table-row';
import type { SourceRow } from './source-row';
import { EncodingWatch, textOf, type Encoding } from '#platform/tables/text-encoding';

async function* inChunks<Whole extends { length: number; slice(from: number, to: number): Whole }>(
  whole: Whole,
  size: number,
): AsyncGenerator<Whole> {
  for (let at = 0; at < whole.length; at += size) {
    await Promise.resolve();
    yield whole.slice(at, at + size);
  }
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** What people type: also quotes, commas and new lines, but nothing that is taken for a formula or for nothing. */
const typed = fc
  .string({ unit: fc.constantFrom('甲', '"', ',', '，', '\n', ';', 'a', ' ', '1', '😀'), minLength: 1, maxLength: 8 })
  .map((text) => `字${text}`);
const tables = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(typed, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));
const sizes = fc.integer({ min: 1, max: 40 });

describe('the rows of a CSV', () => {
  it('are those that were written, wherever the chunks break, by the lines of a spreadsheet', async () => {
    await fc.assert(
      fc.asyncProperty(tables, sizes, async (rows, size) => {
        const headed = [rows[0]?.map((_, index) => `列${index}`) ?? [], ...rows];
        const read = await all<TableRow>(csvRows(textOf(inChunks(Buffer.from(csv(headed)), size), 'utf-8')));
        expect(read).toEqual(headed.map((cells, index) => ({ line: index + 1, cells })));
      }),
    );
  });

  it('are counted as a spreadsheet counts them, blank ones too', async () => {
    const read = await all<TableRow>(csvRows(inChunks('a,b\r\n\r\n1,"x\ny"\r\n,\r\n3,4', 3)));
    expect(read.map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it.each([';', '\t'])('may stand apart by %p', async (delimiter) => {
    const read = await all<TableRow>(csvRows(inChunks(`甲${delimiter}乙\n1,5${delimiter}2`, 100)));
    expect(read[1]?.cells).toEqual(['1,5', '2']);
  });

  it('end where a quotation mark is never closed', async () => {
    const text = `a,b\n1,2\n"3,4\n${'x'.repeat(1_100_000)}`;
    await expect(all(csvRows(inChunks(text, 65_536)))).rejects.toThrow(BadFile);
  });
});

describe('the lines of a JSONL', () => {
  const known = (name: string) => (['a', 'b', 'c.d'].includes(name) ? name : undefined);

  it('are those that were written, wherever the chunks break', async () => {
    const rows = fc.array(
      fc.record({ a: fc.string({ minLength: 1 }), b: fc.integer(), c: fc.record({ d: fc.boolean() }) }),
    );
    await fc.assert(
      fc.asyncProperty(rows, sizes, async (said, size) => {
        const text = said.map((row) => `${JSON.stringify(row)}\r\n`).join('\n');
        const read = await all<SourceRow>(jsonlRows(textOf(inChunks(Buffer.from(text), size), 'utf-8'), known));
        const wanted = said.map((row) => ({ ...(row.a.trim() && { a: row.a }), b: row.b, 'c.d': row.c.d }));
        expect(read.map(({ cells }) => Object.fromEntries(cells))).toEqual(wanted);
        expect(read.map(({ line }) => line)).toEqual(said.map((_, index) => 2 * index + 1));
      }),
    );
  });

  it('are refused one by one when they are none, and when they are longer than anybody writes', async () => {
    const text = `{"a":1}\n{"a":"${'x'.repeat(1_100_000)}"}\nnull\n{"z":1}\n{"a":[1]}\n{"a":2}`;
    const read = await all<SourceRow>(jsonlRows(inChunks(text, 65_536), known));
    expect(read.map(({ line, fault }) => [line, fault])).toEqual([
      [1, undefined],
      [2, '这一行过长'],
      [3, '不是有效的 JSON 对象'],
      [4, '有不认识的字段，请对照模板'],
      [5, '字段的值须为文字、数字或 true/false'],
      [6, undefined],
    ]);
  });
});

describe('the encoding of a text', () => {
  /** 诉求 in GBK, and a character of four bytes in GB18030. */
  const gbk = Buffer.from('cbdfc7f39439da33', 'hex');

  async function told(bytes: Uint8Array, size: number): Promise<[Encoding | null, string]> {
    const watch = new EncodingWatch();
    for await (const chunk of inChunks(bytes, size)) watch.see(chunk);
    const encoding = watch.found();
    return [encoding, (await all(textOf(inChunks(bytes, size), encoding ?? 'utf-8'))).join('')];
  }

  it.each([1, 2, 3, 100])('is found in chunks of %d bytes', async (size) => {
    expect(await told(Buffer.from('诉求🙂'), size)).toEqual(['utf-8', '诉求🙂']);
    expect(await told(Buffer.from('\uFEFF诉求'), size)).toEqual(['utf-8', '诉求']);
    expect((await told(gbk, size))[0]).toBe('gb18030');
    expect((await told(gbk, size))[1].slice(0, 2)).toBe('诉求');
    expect((await told(Buffer.from('ff00fe', 'hex'), size))[0]).toBeNull();
  });
});
