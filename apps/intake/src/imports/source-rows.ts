import type { FileFormat } from '#http-api/file-format';
import type { ImportKind } from '#ticket/import-kind';
import { csvRows } from '#platform/tables/csv-rows';
import { pathNamed } from './import-columns';
import { jsonlRows } from './jsonl-rows';
import type { SealedPieces } from './sealed-pieces';
import type { SourceRow } from './source-row';
import type { SpooledFile } from './spooled-file';
import { tableSource } from './table-source';
import { textOf, type Encoding } from '#platform/tables/text-encoding';
import { xlsxRows } from './xlsx-rows';

/** An uploaded file, and what is known of it. */
export interface SourceFile {
  readonly kind: ImportKind;
  /** Null for a workbook. */
  readonly encoding: Encoding | null;
  readonly file: SpooledFile;
  readonly strings: SealedPieces;
}

type Read = (source: SourceFile) => AsyncIterable<SourceRow>;

const text = ({ file, encoding }: SourceFile) => textOf(file.stream(), encoding ?? 'utf-8');

/** How the rows of each format are read, from the first one on. */
export const sourceRows: Readonly<Record<FileFormat, Read>> = {
  csv: (source) => tableSource(csvRows(text(source)), source.kind),
  xlsx: ({ file, strings, kind }) => tableSource(xlsxRows(file, strings), kind),
  jsonl: (source) => jsonlRows(text(source), pathNamed(source.kind)),
};
