import { csv } from '#http-api/csv';
import { saveFile } from './save-file';

/** Hands the rows to the browser as a file. */
export const saveCsv = (name: string, rows: readonly (readonly string[])[]): void =>
  saveFile(name, new Blob([csv(rows)], { type: 'text/csv;charset=utf-8' }));
