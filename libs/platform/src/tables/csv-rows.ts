import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { BadFile } from './bad-file';
import { isBlank, type TableRow } from './table-row';

/** Characters of one row; a quotation mark that nobody closes would swallow the file. */
const mostCharacters = 1_048_576;

interface Parsed {
  readonly record: string[];
  readonly info: { readonly records: number; readonly empty_lines: number };
}

/** The rows of a CSV text. @throws BadFile where it is none any more */
export async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<TableRow> {
  const chunks = text[Symbol.asyncIterator]();
  const first = await chunks.next();
  const begin = first.done ? '' : first.value;
  const parser = parse({
    delimiter: delimiterOf(begin),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: mostCharacters,
  });
  const source = Readable.from(rejoined(begin, chunks));
  source.once('error', (error) => parser.destroy(error));
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<Parsed>) {
      const line = info.records + info.empty_lines;
      if (!record.every(isBlank)) yield { line, cells: record };
    }
  } catch (error) {
    throw error instanceof CsvError ? broken(error) : error;
  } finally {
    source.destroy();
  }
}

async function* rejoined(begin: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield begin;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** Whatever stands most often in the first line. */
function delimiterOf(begin: string): string {
  const [line = ''] = begin.split(/\r?\n/, 1);
  const count = (delimiter: string) => line.split(delimiter).length;
  return [',', '\t', ';'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

function broken(error: CsvError): BadFile {
  const { records, empty_lines: empty } = error as unknown as { records?: number; empty_lines?: number };
  return new BadFile(`第${(records ?? 0) + (empty ?? 0) + 1}行起无法读取，请检查引号是否成对`);
}
